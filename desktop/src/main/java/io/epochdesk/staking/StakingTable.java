package io.epochdesk.staking;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;

/**
 * The node table as a whole: who is in it, and what it takes.
 *
 * @param stakingEnabled whether the staking auction is open
 * @param nodeIds every node there is: {@code getNodeIDs}
 * @param approved whom governance lets take part: {@code getApprovedList}
 * @param staked who takes part in the current epoch: {@code getStakedNodeIDs}
 * @param proposed who would take part in the next epoch if the auction ended now: {@code
 *     getProposedNodeIDs}
 * @param minimums stake that each role needs, in FLOW
 * @param slotLimits how many nodes of each role there may be
 */
public record StakingTable(
        boolean stakingEnabled,
        Set<String> nodeIds,
        Set<String> approved,
        Set<String> staked,
        Set<String> proposed,
        Map<NodeRole, BigDecimal> minimums,
        Map<NodeRole, Integer> slotLimits) {

    public StakingTable {
        nodeIds = Set.copyOf(nodeIds);
        approved = Set.copyOf(approved);
        staked = Set.copyOf(staked);
        proposed = Set.copyOf(proposed);
        minimums = Map.copyOf(minimums);
        slotLimits = Map.copyOf(slotLimits);
    }
}
