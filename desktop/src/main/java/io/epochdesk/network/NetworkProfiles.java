package io.epochdesk.network;

import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.fault.FaultException;
import io.epochdesk.fault.SettingsFault;
import io.epochdesk.fault.SettingsFault.Reason;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The networks the console knows by itself, and the way to others.
 *
 * <p>Contract addresses are those that onflow/flow-core-contracts and onflow/service-account
 * publish; hosts those of onflow/docs.
 */
public final class NetworkProfiles {

    /** Port of an access node's plaintext Access API. */
    public static final int PLAINTEXT_PORT = 9000;

    /** Port an emulator listens on. */
    public static final int EMULATOR_PORT = 3569;

    private static final OptionalLong PUBLIC_SAFETY_THRESHOLD = OptionalLong.of(1_000);
    private static final String PUBLIC_HOSTS = ".nodes.onflow.org";

    private NetworkProfiles() {}

    /** Mainnet by its public access node. */
    public static NetworkProfile mainnet() {
        return new NetworkProfile(
                "mainnet",
                "Mainnet",
                ChainId.MAINNET,
                contracts(
                        "8624b52f9ddcd04a",
                        "8d0e87b65159ae63",
                        "1654653399040a61",
                        "f233dcee88fe0abe",
                        "f233dcee88fe0abe",
                        "f919ee77447b7497",
                        "e467b9dd11fa00df"),
                List.of(plaintext("access.mainnet.nodes.onflow.org", PLAINTEXT_PORT)),
                RequestBudget.PUBLIC,
                NetworkProfile.DEFAULT_RECEIVE_CAP,
                PUBLIC_SAFETY_THRESHOLD);
    }

    /** Testnet by its public access node. */
    public static NetworkProfile testnet() {
        return new NetworkProfile(
                "testnet",
                "Testnet",
                ChainId.TESTNET,
                contracts(
                        "9eca2b38b18b5dfe",
                        "95e019a17d0e23d7",
                        "7e60df042a9c0868",
                        "9a0766d93b6608b7",
                        "9a0766d93b6608b7",
                        "912d5440f7e3769e",
                        "8c5303eaa26202d6"),
                List.of(plaintext("access.devnet.nodes.onflow.org", PLAINTEXT_PORT)),
                RequestBudget.PUBLIC,
                NetworkProfile.DEFAULT_RECEIVE_CAP,
                PUBLIC_SAFETY_THRESHOLD);
    }

    /** An emulator on this machine at its usual port. It has no epoch fallback. */
    public static NetworkProfile emulator() {
        return new NetworkProfile(
                "emulator",
                "Emulator",
                ChainId.EMULATOR,
                contracts(
                        "f8d6e0586b0a20c7",
                        "f8d6e0586b0a20c7",
                        "0ae53cb6e3f42a79",
                        "ee82856bf20e2aa6",
                        "f8d6e0586b0a20c7",
                        "e5a8b7f23e8b548f",
                        "f8d6e0586b0a20c7"),
                List.of(plaintext("127.0.0.1", EMULATOR_PORT)),
                RequestBudget.UNLIMITED,
                NetworkProfile.DEFAULT_RECEIVE_CAP,
                OptionalLong.empty());
    }

    /** Mainnet, testnet and emulator, in this order. */
    public static List<NetworkProfile> builtIn() {
        return List.of(mainnet(), testnet(), emulator());
    }

    /** The built-in network of a chain, as a pattern for the operator's own. */
    public static Optional<NetworkProfile> of(ChainId chain) {
        return builtIn().stream().filter(profile -> profile.chain().equals(chain)).findFirst();
    }

    /**
     * A network asked through one given access node, as {@code --access} wants it: plaintext, and
     * without a request budget unless it is one of the public hosts.
     *
     * @param base whose chain, contracts and identity it keeps
     * @param hostAndPort {@code host:port}, or {@code [address]:port} for IPv6
     * @throws FaultException when the text is neither
     */
    public static NetworkProfile through(NetworkProfile base, String hostAndPort) {
        AccessNode node = accessNode(hostAndPort);
        return base.withNodes(List.of(node)).withBudget(budgetOf(List.of(node)));
    }

    /**
     * A network of the operator's own.
     *
     * @param id stable, for settings and files
     * @param name what people call it
     * @param like whose chain, contracts, receive cap and safety threshold it takes over
     * @param nodes the access nodes in order of preference; at least one
     */
    public static NetworkProfile custom(
            String id, String name, NetworkProfile like, List<AccessNode> nodes) {
        return new NetworkProfile(
                id,
                name,
                like.chain(),
                like.contracts(),
                nodes,
                budgetOf(nodes),
                like.receiveCap(),
                like.finalizationSafetyThreshold());
    }

    /**
     * A plaintext access node from {@code host:port} or {@code [address]:port}; the text is its
     * name, too.
     *
     * @throws FaultException when the text is neither
     */
    public static AccessNode accessNode(String hostAndPort) {
        String text = hostAndPort.strip();
        int colon = text.lastIndexOf(':');
        if (colon < 1) {
            throw notAnAddress(hostAndPort, Reason.NO_PORT);
        }
        String host = text.substring(0, colon);
        boolean bracketed = host.startsWith("[") && host.endsWith("]") && host.length() > 2;
        if (bracketed) {
            host = host.substring(1, host.length() - 1);
        } else if (host.contains(":")) {
            throw notAnAddress(hostAndPort, Reason.IPV6);
        }
        if (host.isBlank()
                || host.chars()
                        .anyMatch(c -> Character.isWhitespace(c) || "/@[]".indexOf(c) >= 0)) {
            throw notAnAddress(hostAndPort, Reason.HOST);
        }
        return new AccessNode(
                text,
                host,
                port(hostAndPort, text.substring(colon + 1)),
                new Transport.Plaintext());
    }

    private static int port(String whole, String digits) {
        try {
            int port = Integer.parseInt(digits);
            if (port >= 1 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException e) {
            throw notAnAddress(whole, Reason.NUMBER);
        }
        throw new FaultException(SettingsFault.outside("access", whole, 1, 65_535));
    }

    private static FaultException notAnAddress(String text, Reason reason) {
        return new FaultException(SettingsFault.invalid("access", text, reason));
    }

    private static RequestBudget budgetOf(List<AccessNode> nodes) {
        return nodes.stream().anyMatch(node -> node.host().endsWith(PUBLIC_HOSTS))
                ? RequestBudget.PUBLIC
                : RequestBudget.UNLIMITED;
    }

    private static AccessNode plaintext(String host, int port) {
        return new AccessNode(host, host, port, new Transport.Plaintext());
    }

    private static Map<String, FlowAddress> contracts(
            String epoch,
            String collection,
            String flowToken,
            String fungibleToken,
            String burner,
            String fees,
            String storageFees) {
        Map<String, FlowAddress> contracts = new HashMap<>();
        place(contracts, epoch, "FlowEpoch", "FlowClusterQC", "FlowDKG", "FlowIDTableStaking");
        place(contracts, collection, "FlowStakingCollection", "LockedTokens");
        place(contracts, flowToken, "FlowToken");
        place(contracts, fungibleToken, "FungibleToken");
        place(contracts, burner, "Burner");
        place(contracts, fees, "FlowFees");
        place(contracts, storageFees, "FlowStorageFees", "FlowServiceAccount", "NodeVersionBeacon");
        return contracts;
    }

    private static void place(Map<String, FlowAddress> contracts, String address, String... names) {
        for (String name : names) {
            contracts.put(name, FlowAddress.of(address));
        }
    }
}
