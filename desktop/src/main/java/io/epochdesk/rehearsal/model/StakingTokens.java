package io.epochdesk.rehearsal.model;

import io.epochdesk.cadence.FlowAddress;

/** Tokens that move between a node's buckets. */
final class StakingTokens {

    private StakingTokens() {}

    /** The events of a move from one bucket to another. */
    static void move(Draft draft, long amount, long leftThere, long thenHere) {
        FlowAddress owner = draft.world().contract(FlowIdTableStaking.CONTRACT);
        VaultMove.from(draft, owner, amount, leftThere).into(draft, owner, thenHere);
    }

    /** What {@code moveTokens} does to one node whose tokens move. */
    static void settle(Draft draft, StakingChange change, NodeRecord node) {
        long staked = node.tokensStaked();
        long committed = node.tokensCommitted();
        long unstaking = node.tokensUnstaking();
        long unstaked = node.tokensUnstaked();
        long requested = node.requestedToUnstake();
        if (committed > 0 || change.approved.containsKey(node.id())) {
            change.addStaked(node.role(), committed);
            FlowIdTableStaking.emit(draft, "TokensStaked", node.id(), committed);
            staked += committed;
            move(draft, committed, 0, staked);
            committed = 0;
            change.participants = change.participants.with(node.id(), true);
        }
        if (unstaking > 0) {
            FlowIdTableStaking.emit(draft, "TokensUnstaked", node.id(), unstaking);
            unstaked += unstaking;
            move(draft, unstaking, 0, unstaked);
            unstaking = 0;
        }
        if (requested > 0) {
            FlowIdTableStaking.emit(draft, "TokensUnstaking", node.id(), requested);
            staked -= requested;
            unstaking += requested;
            move(draft, requested, staked, unstaking);
            if (staked < change.minimums.get(node.role() - 1)) {
                change.participants = change.participants.without(node.id());
            }
            change.movesPending = change.movesPending.with(node.id(), true);
            change.addStaked(node.role(), -requested);
        }
        change.put(node.with(staked, committed, unstaking, unstaked, 0, node.weight()));
    }
}
