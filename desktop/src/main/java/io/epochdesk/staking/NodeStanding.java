package io.epochdesk.staking;

import java.math.BigDecimal;

/**
 * A node as it stands in the table; {@code FlowIDTableStaking.NodeInfo} without its delegators.
 * Amounts are FLOW with eight decimals.
 *
 * @param nodeId 64 lower-case hex digits
 * @param role its role
 * @param networkingAddress host and port
 * @param networkingKey 128 hex digits
 * @param stakingKey 192 hex digits
 * @param tokensStaked for the current epoch
 * @param tokensCommitted for the next epoch
 * @param tokensRequestedToUnstake of the staked tokens, at the end of the epoch
 * @param tokensUnstaking on their way out for one epoch
 * @param tokensUnstaked ready to be withdrawn
 * @param tokensRewarded ready to be withdrawn
 * @param stakeNextEpoch what it will have staked of its own in the next epoch: {@code
 *     totalCommittedWithoutDelegators}
 * @param weight its weight; 0 for a node that does not take part
 * @param approved whether governance lets it take part: {@code getApprovedList}
 * @param staked whether it takes part in the current epoch: {@code getParticipantNodeList}
 * @param proposed whether it would take part in the next epoch if the auction ended now: {@code
 *     getProposedNodeIDs}
 * @param claimed whether its Voter or Participant was handed out, which happens once for ever:
 *     {@code FlowClusterQC.voterIsClaimed}, {@code FlowDKG.participantIsClaimed}
 * @param wantedInSetup whether the setup that is open waits for its vote or DKG result
 * @param doneInSetup whether that is in
 */
public record NodeStanding(
        String nodeId,
        NodeRole role,
        String networkingAddress,
        String networkingKey,
        String stakingKey,
        BigDecimal tokensStaked,
        BigDecimal tokensCommitted,
        BigDecimal tokensRequestedToUnstake,
        BigDecimal tokensUnstaking,
        BigDecimal tokensUnstaked,
        BigDecimal tokensRewarded,
        BigDecimal stakeNextEpoch,
        long weight,
        boolean approved,
        boolean staked,
        boolean proposed,
        boolean claimed,
        boolean wantedInSetup,
        boolean doneInSetup) {}
