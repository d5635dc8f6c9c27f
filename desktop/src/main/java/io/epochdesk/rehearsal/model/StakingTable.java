package io.epochdesk.rehearsal.model;

import java.util.List;

/**
 * State of the contract FlowIDTableStaking. Lists by role have five entries, role 1 first.
 *
 * @param enabled whether the staking auction is on
 * @param nodes every node ever registered
 * @param approved {@code getApprovedList}: who may take part
 * @param participants {@code getParticipantNodeList}: who takes part in the current epoch
 * @param movesPending nodes whose tokens move at the end of the epoch
 * @param candidates new nodes waiting for a slot, with their roles
 * @param claims networking addresses and keys and staking keys in use
 * @param minimums stake each role needs, as a {@link UFix64}
 * @param slotLimits how many nodes of each role there may be
 * @param roleCounts how many there are
 * @param totalStaked by role, as a {@link UFix64}
 * @param payout {@code getEpochTokenPayout}, as a {@link UFix64}
 */
public record StakingTable(
        boolean enabled,
        PersistentMap<String, NodeRecord> nodes,
        PersistentMap<String, Boolean> approved,
        PersistentMap<String, Boolean> participants,
        PersistentMap<String, Boolean> movesPending,
        PersistentMap<String, Integer> candidates,
        PersistentMap<String, Boolean> claims,
        List<Long> minimums,
        List<Integer> slotLimits,
        List<Integer> roleCounts,
        List<Long> totalStaked,
        long payout) {

    /** How many roles there are. */
    public static final int ROLES = 5;

    private static final int LIMIT = 10_000;

    public StakingTable {
        minimums = List.copyOf(minimums);
        slotLimits = List.copyOf(slotLimits);
        roleCounts = List.copyOf(roleCounts);
        totalStaked = List.copyOf(totalStaked);
    }

    /** The contract as deployed, with the minimums it is deployed with. */
    static StakingTable empty() {
        return new StakingTable(
                true,
                PersistentMap.empty(),
                PersistentMap.empty(),
                PersistentMap.empty(),
                PersistentMap.empty(),
                PersistentMap.empty(),
                PersistentMap.empty(),
                List.of(
                        UFix64.of(250_000),
                        UFix64.of(500_000),
                        UFix64.of(1_250_000),
                        UFix64.of(135_000),
                        UFix64.of(100)),
                List.of(LIMIT, LIMIT, LIMIT, LIMIT, LIMIT),
                List.of(0, 0, 0, 0, 0),
                List.of(0L, 0L, 0L, 0L, 0L),
                0);
    }

    /** Stake a role needs. */
    public long minimum(int role) {
        return minimums.get(role - 1);
    }

    /** The record of a node: {@code borrowNodeRecord}. */
    public NodeRecord require(String nodeId) throws Aborted {
        NodeRecord node = nodes.get(nodeId);
        if (node == null) {
            throw Aborted.precondition("Specified node ID does not exist in the record");
        }
        return node;
    }

    /** {@code getTotalStaked}: of all roles but access nodes. */
    public long total() {
        long sum = 0;
        for (int role = 1; role < ROLES; role++) {
            sum += totalStaked.get(role - 1);
        }
        return sum;
    }

    /** A table to change. */
    StakingChange change() {
        return new StakingChange(this);
    }

    /** The same table with other approved nodes. */
    public StakingTable approving(PersistentMap<String, Boolean> nodes) {
        return new StakingTable(
                enabled,
                this.nodes,
                nodes,
                participants,
                movesPending,
                candidates,
                claims,
                minimums,
                slotLimits,
                roleCounts,
                totalStaked,
                payout);
    }
}
