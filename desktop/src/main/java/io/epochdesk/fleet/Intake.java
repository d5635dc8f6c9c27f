package io.epochdesk.fleet;

import io.epochdesk.accounts.AccountReader;
import io.epochdesk.accounts.OnChainAccount;
import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.fault.FleetFault;
import io.epochdesk.history.OwnNode;
import io.epochdesk.keys.bootstrap.BootstrapFindings;
import io.epochdesk.keys.bootstrap.BootstrapFolder;
import io.epochdesk.keys.bootstrap.FoundNode;
import io.epochdesk.keys.bootstrap.MachineAccountInfo;
import io.epochdesk.network.FlowNetwork;
import io.epochdesk.staking.NodeRole;
import io.epochdesk.staking.NodeStanding;
import io.epochdesk.staking.StakingCollection;
import io.epochdesk.staking.StakingReader;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Finds the nodes that an ID, an address or a folder leads to. */
final class Intake {

    private static final Pattern NODE_ID = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern ADDRESS = Pattern.compile("(0x)?[0-9a-f]{16}");

    private final StakingReader staking;
    private final AccountReader accounts;
    private final InstantSource clock;

    Intake(FlowNetwork network, InstantSource clock) {
        staking = new StakingReader(network.scripts());
        accounts = new AccountReader(network.scripts());
        this.clock = clock;
    }

    /** The nodes that a text leads to. */
    Found find(String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        if (NODE_ID.matcher(wanted).matches()) {
            return byId(wanted);
        }
        if (ADDRESS.matcher(wanted).matches()) {
            return byAddress(FlowAddress.of(wanted));
        }
        throw FleetFault.of(FleetFault.Kind.NEITHER_ID_NOR_ADDRESS, "", "text", shortened(text));
    }

    /** The nodes whose files lie in a folder. */
    Found look(Path folder) {
        try (BootstrapFindings findings = new BootstrapFolder().look(folder)) {
            List<OwnNode> nodes = new ArrayList<>();
            for (FoundNode found : findings.nodes()) {
                MachineAccountInfo account = found.account();
                nodes.add(
                        node(
                                found.nodeId(),
                                role(found),
                                account == null ? null : FlowAddress.of(account.address()),
                                folder.toAbsolutePath().toString(),
                                null));
            }
            if (nodes.isEmpty()) {
                throw FleetFault.of(
                        FleetFault.Kind.NO_NODE_IN_FOLDER, "", "folder", folder.toString());
            }
            return new Found(Found.By.BOOTSTRAP_FOLDER, nodes);
        }
    }

    private Found byId(String nodeId) {
        Map<String, NodeStanding> standings = staking.standings(List.of(nodeId)).value().nodes();
        NodeStanding standing = standings.get(nodeId);
        return standing == null
                ? new Found(Found.By.UNREGISTERED_ID, List.of(node(nodeId, null, null, null, null)))
                : new Found(
                        Found.By.NODE_ID, List.of(node(nodeId, standing.role(), null, null, null)));
    }

    private Found byAddress(FlowAddress address) {
        OnChainAccount account = accounts.accounts(List.of(address)).value().get(address);
        if (account == null) {
            throw FleetFault.of(FleetFault.Kind.NO_ACCOUNT, "", "address", address.toString());
        }
        if (account.hasStakingCollection()) {
            StakingCollection collection =
                    staking.collections(List.of(address)).value().get(address);
            if (collection != null && !collection.nodeIds().isEmpty()) {
                return byCollection(collection);
            }
        }
        List<OwnNode> held = new ArrayList<>();
        String voter = account.voterOf();
        if (voter != null) {
            held.add(node(voter, NodeRole.COLLECTION, address, null, null));
        }
        String participant = account.participantOf();
        if (participant != null) {
            held.add(node(participant, NodeRole.CONSENSUS, address, null, null));
        }
        if (held.isEmpty()) {
            throw FleetFault.of(
                    FleetFault.Kind.NO_NODE_AT_ADDRESS, "", "address", address.toString());
        }
        return new Found(Found.By.MACHINE_ACCOUNT, held);
    }

    private Found byCollection(StakingCollection collection) {
        Map<String, NodeStanding> standings =
                new HashMap<>(staking.standings(collection.nodeIds()).value().nodes());
        List<OwnNode> nodes =
                collection.nodeIds().stream()
                        .sorted()
                        .map(
                                id -> {
                                    NodeStanding standing = standings.get(id);
                                    return node(
                                            id,
                                            standing == null ? null : standing.role(),
                                            null,
                                            null,
                                            collection.owner());
                                })
                        .toList();
        return new Found(Found.By.STAKING_ACCOUNT, nodes);
    }

    private OwnNode node(
            String nodeId,
            @Nullable NodeRole role,
            @Nullable FlowAddress machineAccount,
            @Nullable String folder,
            @Nullable FlowAddress stakingAccount) {
        return new OwnNode(
                nodeId,
                name(nodeId, role),
                role == null ? OptionalInt.empty() : OptionalInt.of(role.number()),
                machineAccount == null ? null : machineAccount.hex(),
                folder,
                stakingAccount == null ? null : stakingAccount.hex(),
                clock.instant());
    }

    /** A name to begin with, in the field's own terms. */
    private static String name(String nodeId, @Nullable NodeRole role) {
        String kind = role == null ? "node" : role.name().toLowerCase(Locale.ROOT);
        return kind + "-" + nodeId.substring(0, 6);
    }

    private static @Nullable NodeRole role(FoundNode found) {
        return found.info() == null ? null : NodeRole.named(found.info().role()).orElse(null);
    }

    private static String shortened(String text) {
        String line = text.strip();
        return line.length() <= 80 ? line : line.substring(0, 79) + "…";
    }
}
