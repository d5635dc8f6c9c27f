package io.epochdesk.staking;

import io.epochdesk.cadence.FlowAddress;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * An operator's staking collection.
 *
 * @param owner the staking account
 * @param nodeIds the nodes it holds
 * @param machineAccounts the machine accounts on record, by node ID
 * @param unlockedTokensUsed FLOW of the owner that is staked
 * @param lockedTokensUsed FLOW of the owner's locked account that is staked
 */
public record StakingCollection(
        FlowAddress owner,
        List<String> nodeIds,
        Map<String, FlowAddress> machineAccounts,
        BigDecimal unlockedTokensUsed,
        BigDecimal lockedTokensUsed) {

    public StakingCollection {
        nodeIds = List.copyOf(nodeIds);
        machineAccounts = Map.copyOf(machineAccounts);
    }
}
