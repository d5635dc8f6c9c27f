package io.epochdesk.rehearsal.model;

import io.epochdesk.cadence.FlowAddress;

/** What an account keeps in its storage, besides its purse and keys. */
public sealed interface Stored {

    /** {@code FlowIDTableStaking.NodeStaker}: the right to act for a node's stake. */
    record NodeStaker(String nodeId) implements Stored {}

    /** {@code FlowClusterQC.Voter}: the right to vote for a collection node. */
    record Voter(String nodeId, String stakingKey) implements Stored {}

    /** {@code FlowDKG.Participant}: the right to take part in the DKG for a consensus node. */
    record Participant(String nodeId) implements Stored {}

    /**
     * {@code FlowStakingCollection.StakingCollection}.
     *
     * @param nodes the nodes whose stakers it holds, with their roles
     * @param machineAccounts the recorded machine accounts, by node ID
     * @param unlockedTokensUsed FLOW of the owner that is staked, as a {@link UFix64}
     */
    record StakingCollection(
            PersistentMap<String, Integer> nodes,
            PersistentMap<String, FlowAddress> machineAccounts,
            long unlockedTokensUsed)
            implements Stored {

        /** A collection without nodes. */
        public static StakingCollection empty() {
            return new StakingCollection(PersistentMap.empty(), PersistentMap.empty(), 0);
        }

        StakingCollection withNode(String nodeId, int role, long amount) {
            return new StakingCollection(
                    nodes.with(nodeId, role), machineAccounts, unlockedTokensUsed + amount);
        }

        StakingCollection withMachineAccount(String nodeId, FlowAddress address) {
            return new StakingCollection(
                    nodes, machineAccounts.with(nodeId, address), unlockedTokensUsed);
        }
    }
}
