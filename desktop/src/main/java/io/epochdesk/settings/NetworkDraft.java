package io.epochdesk.settings;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;

import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.fault.FaultException;
import io.epochdesk.fault.SettingsFault;
import io.epochdesk.fault.SettingsFault.Reason;
import io.epochdesk.network.ChainId;
import io.epochdesk.network.NetworkProfile;
import io.epochdesk.network.RequestBudget;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A network as it is typed in or stands in the file: text that may be wrong.
 *
 * @param id letters, digits, dots and dashes; stable
 * @param name what people call it
 * @param chain chain ID, such as {@code flow-mainnet}
 * @param nodes access nodes in order of preference
 * @param contracts address of each contract by name
 * @param budget how much of the nodes' limits may be used
 * @param receiveCapMiB the largest answer accepted, 1 to 1024 MiB
 * @param safetyThreshold finalization safety threshold in views, empty where there is no fallback
 */
public record NetworkDraft(
        String id,
        String name,
        String chain,
        List<NodeDraft> nodes,
        Map<String, String> contracts,
        @JsonProperty(required = true) @JsonSetter(nulls = Nulls.FAIL) RequestBudget budget,
        String receiveCapMiB,
        String safetyThreshold) {

    /** What the board reads; no network works without them. */
    private static final List<String> NEEDED =
            List.of("FlowEpoch", "FlowClusterQC", "FlowDKG", "FlowIDTableStaking");

    private static final int MEBI = 1 << 20;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final Pattern CHAIN = Pattern.compile("flow-[a-z0-9-]{1,40}");
    private static final Pattern ADDRESS = Pattern.compile("(0x)?[0-9A-Fa-f]{16}");

    public NetworkDraft {
        nodes = List.copyOf(nodes);
        contracts = Map.copyOf(contracts);
    }

    /** A network as text. */
    public static NetworkDraft of(NetworkProfile profile) {
        Map<String, String> addresses = new TreeMap<>();
        profile.contracts().forEach((name, address) -> addresses.put(name, address.hex()));
        OptionalLong threshold = profile.finalizationSafetyThreshold();
        return new NetworkDraft(
                profile.id(),
                profile.name(),
                profile.chain().value(),
                profile.nodes().stream().map(NodeDraft::of).toList(),
                addresses,
                profile.budget(),
                Integer.toString(profile.receiveCap() / MEBI),
                threshold.isPresent() ? Long.toString(threshold.getAsLong()) : "");
    }

    /** Everything that is wrong; empty when the network can be used. */
    public List<SettingsFault> problems() {
        Problems problems = new Problems();
        if (!ID.matcher(id).matches()) {
            problems.add("network ID", id, Reason.ID);
        }
        if (name.isBlank()) {
            problems.add("network name", name, Reason.EMPTY);
        }
        if (!CHAIN.matcher(chain).matches()) {
            problems.add("chain ID", chain, Reason.CHAIN);
        }
        if (nodes.isEmpty()) {
            problems.add("access nodes", "", Reason.NO_NODE);
        }
        nodes.forEach(node -> node.check(problems));
        checkContracts(problems);
        Numbers.check(problems, "receive cap in MiB", receiveCapMiB, 1, 1_024);
        if (!safetyThreshold.isBlank()) {
            Numbers.check(problems, "finalization safety threshold", safetyThreshold, 1, 1_000_000);
        }
        return problems.found();
    }

    /**
     * The network.
     *
     * @throws FaultException with the first problem
     */
    public NetworkProfile toProfile() {
        problems().stream()
                .findFirst()
                .ifPresent(
                        fault -> {
                            throw new FaultException(fault);
                        });
        Map<String, FlowAddress> addresses = new TreeMap<>();
        contracts.forEach(
                (contract, address) -> {
                    if (!address.isBlank()) {
                        addresses.put(contract, FlowAddress.of(address.strip()));
                    }
                });
        return new NetworkProfile(
                id,
                name.strip(),
                new ChainId(chain),
                addresses,
                nodes.stream().map(NodeDraft::toNode).toList(),
                budget,
                receiveCap(),
                safetyThreshold.isBlank()
                        ? OptionalLong.empty()
                        : OptionalLong.of(Long.parseLong(safetyThreshold.strip())));
    }

    /** In bytes; 1,024 MiB still fits. */
    private int receiveCap() {
        return Integer.parseInt(receiveCapMiB.strip()) * MEBI;
    }

    private void checkContracts(Problems problems) {
        new TreeMap<>(contracts)
                .forEach(
                        (contract, address) -> {
                            boolean open = address.isBlank() && !NEEDED.contains(contract);
                            if (!open && !ADDRESS.matcher(address.strip()).matches()) {
                                problems.add("address of " + contract, address, Reason.ADDRESS);
                            }
                        });
        NEEDED.stream()
                .filter(contract -> !contracts.containsKey(contract))
                .forEach(
                        contract ->
                                problems.add(
                                        "address of " + contract, "", Reason.CONTRACT_MISSING));
    }
}
