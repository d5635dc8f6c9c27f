package io.epochdesk.rehearsal.model;

/**
 * {@code FlowIDTableStaking.RewardsBreakdown} of a node without delegators.
 *
 * @param nodeId whose reward
 * @param nodeRewards the reward, as a {@link UFix64}
 */
public record RewardsBreakdown(String nodeId, long nodeRewards) {}
