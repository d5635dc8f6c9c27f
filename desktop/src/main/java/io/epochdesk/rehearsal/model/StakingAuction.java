package io.epochdesk.rehearsal.model;

import static io.epochdesk.cadence.CadenceValues.field;
import static io.epochdesk.cadence.CadenceValues.uint64;

import java.util.ArrayList;
import java.util.List;

/** How FlowIDTableStaking's Admin ends an auction and begins the next. */
final class StakingAuction {

    private StakingAuction() {}

    /** {@code endStakingAuction}: who takes part in the next epoch. */
    static List<String> end(Draft draft) throws Aborted {
        StakingTable table = draft.world().staking();
        StakingChange change = table.change();
        PersistentMap<String, Boolean> proposed = removeInvalid(draft, change);
        for (String nodeId : fillSlots(draft, change)) {
            proposed = proposed.with(nodeId, true);
        }
        change.enabled = false;
        draft.set(draft.world().with(change.table()));
        return proposed.keys();
    }

    /** {@code removeInvalidNodes}: looks at those whose stake or approval changed. */
    private static PersistentMap<String, Boolean> removeInvalid(Draft draft, StakingChange change)
            throws Aborted {
        StakingTable table = draft.world().staking();
        PersistentMap<String, Boolean> participants = table.participants();
        for (String nodeId : table.movesPending().keys()) {
            NodeRecord node = table.require(nodeId);
            boolean enough = node.fullCommitted() >= table.minimum(node.role());
            boolean approved = table.approved().containsKey(nodeId);
            boolean stays =
                    node.role() == StakingTable.ROLES ? enough || approved : enough && approved;
            if (stays) {
                change.put(node.withWeight(NodeRecord.FULL_WEIGHT));
            } else {
                change.approved = change.approved.without(nodeId);
                refund(draft, change, nodeId);
                participants = participants.without(nodeId);
            }
        }
        return participants;
    }

    /** {@code unsafeRemoveAndRefundNodeRecord}. */
    static void refund(Draft draft, StakingChange change, String nodeId) throws Aborted {
        NodeRecord node = change.nodes.get(nodeId);
        if (node == null) {
            throw Aborted.precondition("Specified node ID does not exist in the record");
        }
        FlowIdTableStaking.emit(
                draft,
                "NodeRemovedAndRefunded",
                nodeId,
                node.tokensCommitted() + node.tokensStaked());
        long unstaked = node.tokensUnstaked() + node.tokensCommitted();
        StakingTokens.move(draft, node.tokensCommitted(), 0, unstaked);
        long requested = node.requestedToUnstake();
        if (node.tokensStaked() > 0 || !change.enabled) {
            requested = node.tokensStaked();
            int count = change.roleCounts.get(node.role() - 1);
            change.roleCounts.set(node.role() - 1, Math.max(0, count - 1));
        }
        change.put(
                node.with(node.tokensStaked(), 0, node.tokensUnstaking(), unstaked, requested, 0));
        change.movesPending = change.movesPending.with(nodeId, true);
        change.candidates = change.candidates.without(nodeId);
    }

    /** {@code fillNodeRoleSlots}: new nodes get the free slots, by lot when there are too few. */
    private static List<String> fillSlots(Draft draft, StakingChange change) throws Aborted {
        PersistentMap<String, Integer> waiting = change.candidates;
        List<String> added = new ArrayList<>();
        List<Integer> counts = new ArrayList<>(change.roleCounts);
        for (int role = 1; role <= StakingTable.ROLES; role++) {
            List<String> candidates = new ArrayList<>();
            for (String nodeId : waiting.keys()) {
                if (waiting.getOrDefault(nodeId, 0) == role) {
                    candidates.add(nodeId);
                }
            }
            int free = Math.max(0, change.slotLimits.get(role - 1) - counts.get(role - 1));
            while (candidates.size() > free) {
                int loser = free == 0 ? 0 : draft.random().below(candidates.size());
                String nodeId = candidates.remove(loser);
                change.approved = change.approved.without(nodeId);
                refund(draft, change, nodeId);
            }
            counts.set(role - 1, counts.get(role - 1) + candidates.size());
            added.addAll(candidates);
        }
        change.roleCounts = counts;
        change.candidates = PersistentMap.empty();
        return added;
    }

    /** {@code moveTokens}: the epoch changes, and the next auction begins. */
    static void moveTokens(Draft draft, long newEpochCounter) throws Aborted {
        StakingTable table = draft.world().staking();
        if (table.enabled()) {
            throw Aborted.precondition(
                    "Cannot move tokens if the staking auction is still in progress");
        }
        StakingChange change = table.change();
        change.movesPending = PersistentMap.empty();
        for (String nodeId : table.movesPending().keys()) {
            StakingTokens.settle(draft, change, table.require(nodeId));
        }
        change.enabled = true;
        draft.set(draft.world().with(change.table()));
        draft.emit(
                FlowIdTableStaking.CONTRACT,
                "NewEpoch",
                field("totalStaked", UFix64.value(change.table().total())),
                field("totalRewardPayout", UFix64.value(change.payout)),
                field("newEpochCounter", uint64(newEpochCounter)));
    }
}
