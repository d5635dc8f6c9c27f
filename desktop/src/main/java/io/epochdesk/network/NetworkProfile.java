package io.epochdesk.network;

import io.epochdesk.cadence.FlowAddress;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * A network as the operator set it up.
 *
 * @param id stable, for settings and files: {@code mainnet}, {@code testnet}, {@code emulator} or
 *     the operator's own
 * @param name what people call it
 * @param chain the chain every node of it must serve
 * @param contracts address of each contract by name
 * @param nodes the access nodes in order of preference; at least one
 * @param budget how much of the nodes' limits may be used
 * @param receiveCap the largest answer accepted, in bytes
 * @param finalizationSafetyThreshold views before an epoch's end by which the next must be
 *     committed (flow-go {@code state/protocol/defaults.go}: 1,000 on mainnet and testnet); empty
 *     where there is no fallback
 */
public record NetworkProfile(
        String id,
        String name,
        ChainId chain,
        Map<String, FlowAddress> contracts,
        List<AccessNode> nodes,
        RequestBudget budget,
        int receiveCap,
        OptionalLong finalizationSafetyThreshold) {

    /** 32 MiB. */
    public static final int DEFAULT_RECEIVE_CAP = 32 << 20;

    public NetworkProfile {
        contracts = Map.copyOf(contracts);
        nodes = List.copyOf(nodes);
        if (nodes.isEmpty()) {
            throw new IllegalArgumentException("a network needs at least one access node");
        }
    }

    /** This network with other nodes. */
    public NetworkProfile withNodes(List<AccessNode> other) {
        return new NetworkProfile(
                id, name, chain, contracts, other, budget, receiveCap, finalizationSafetyThreshold);
    }

    /** This network with another request budget. */
    public NetworkProfile withBudget(RequestBudget other) {
        return new NetworkProfile(
                id, name, chain, contracts, nodes, other, receiveCap, finalizationSafetyThreshold);
    }

    /** The event type {@code A.<address>.<contract>.<event>} on this network. */
    public String eventType(String contract, String event) {
        FlowAddress address = contracts.get(contract);
        if (address == null) {
            throw new IllegalArgumentException("no address for contract " + contract);
        }
        return "A." + address.hex() + "." + contract + "." + event;
    }
}
