package io.epochdesk.rehearsal.model;

import java.util.ArrayList;
import java.util.List;

/** A {@link StakingTable} while one function of the contract changes it. */
final class StakingChange {

    boolean enabled;
    PersistentMap<String, NodeRecord> nodes;
    PersistentMap<String, Boolean> approved;
    PersistentMap<String, Boolean> participants;
    PersistentMap<String, Boolean> movesPending;
    PersistentMap<String, Integer> candidates;
    PersistentMap<String, Boolean> claims;
    List<Long> minimums;
    List<Integer> slotLimits;
    List<Integer> roleCounts;
    List<Long> totalStaked;
    long payout;

    StakingChange(StakingTable table) {
        enabled = table.enabled();
        nodes = table.nodes();
        approved = table.approved();
        participants = table.participants();
        movesPending = table.movesPending();
        candidates = table.candidates();
        claims = table.claims();
        minimums = new ArrayList<>(table.minimums());
        slotLimits = new ArrayList<>(table.slotLimits());
        roleCounts = new ArrayList<>(table.roleCounts());
        totalStaked = new ArrayList<>(table.totalStaked());
        payout = table.payout();
    }

    void put(NodeRecord node) {
        nodes = nodes.with(node.id(), node);
    }

    void addStaked(int role, long amount) {
        totalStaked.set(role - 1, totalStaked.get(role - 1) + amount);
    }

    StakingTable table() {
        return new StakingTable(
                enabled,
                nodes,
                approved,
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
