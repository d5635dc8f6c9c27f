package io.epochdesk.staking;

import java.math.BigDecimal;
import java.util.Map;

/**
 * How some nodes stand, and what the table asks of them.
 *
 * @param stakingEnabled whether the staking auction is open
 * @param minimums stake that each role needs, in FLOW
 * @param nodes the nodes asked for that the table has, by ID
 */
public record Standings(
        boolean stakingEnabled,
        Map<NodeRole, BigDecimal> minimums,
        Map<String, NodeStanding> nodes) {

    public Standings {
        minimums = Map.copyOf(minimums);
        nodes = Map.copyOf(nodes);
    }
}
