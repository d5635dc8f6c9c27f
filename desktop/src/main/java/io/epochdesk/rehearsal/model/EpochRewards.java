package io.epochdesk.rehearsal.model;

import static io.epochdesk.cadence.CadenceValues.field;
import static io.epochdesk.cadence.CadenceValues.string;
import static io.epochdesk.cadence.CadenceValues.uint64;

import io.epochdesk.cadence.FlowAddress;

import java.util.ArrayList;
import java.util.List;

/** Rewards: what FlowEpoch calculates at the commit and pays in the next epoch's auction. */
final class EpochRewards {

    private static final int ACCESS = 5;

    private EpochRewards() {}

    /** Whether the heartbeat has last epoch's rewards to pay. */
    static boolean areDue(Epoch epoch) {
        if (!epoch.automaticRewards() || epoch.counter() == 0) {
            return epoch.automaticRewards();
        }
        EpochMetadata previous = epoch.metadata().get(epoch.counter() - 1);
        return previous != null && !previous.rewardsPaid();
    }

    /** {@code FlowEpoch.calculateAndSetRewards}. */
    static void calculate(Draft draft) throws Aborted {
        StakingTable table = draft.world().staking();
        Epoch epoch = draft.world().epoch();
        List<RewardsBreakdown> breakdown = breakdown(table);
        long total = table.total() == 0 ? 0 : table.payout();
        EpochMetadata current = epoch.require(epoch.counter()).withRewards(total, breakdown);
        epoch = epoch.saving(current);
        if (epoch.automaticRewards()) {
            long supply = draft.world().supply();
            long minted = Math.max(0, table.payout() - draft.world().feeVault());
            long payout = UFix64.times(supply + minted, epoch.config().supplyIncrease());
            setPayout(draft, payout);
            EpochMetadata next = epoch.metadata().get(epoch.proposedCounter());
            if (next == null) {
                throw Aborted.panic(
                        "Cannot set rewards for the next epoch becuase it hasn't been proposed"
                                + " yet");
            }
            epoch = epoch.saving(next.withRewards(payout, next.rewards()));
        }
        draft.set(draft.world().with(epoch));
    }

    private static void setPayout(Draft draft, long payout) {
        StakingChange change = draft.world().staking().change();
        if (payout != change.payout) {
            draft.emit(
                    FlowIdTableStaking.CONTRACT,
                    "NewWeeklyPayout",
                    field("newPayout", UFix64.value(payout)));
        }
        change.payout = payout;
        draft.set(draft.world().with(change.table()));
    }

    /** {@code FlowIDTableStaking.Admin.calculateRewards}, with every node operational. */
    private static List<RewardsBreakdown> breakdown(StakingTable table) throws Aborted {
        List<RewardsBreakdown> all = new ArrayList<>();
        long total = table.total();
        if (total == 0) {
            return all;
        }
        long scale = UFix64.dividedBy(table.payout(), total);
        for (String nodeId : table.participants().keys()) {
            NodeRecord node = table.require(nodeId);
            long reward = UFix64.times(node.tokensStaked(), scale);
            if (reward > 0 && node.role() != ACCESS) {
                all.add(new RewardsBreakdown(nodeId, reward));
            }
        }
        return all;
    }

    /** {@code FlowEpoch.payRewardsForPreviousEpoch}, when rewards are automatic. */
    static void payPrevious(Draft draft) throws Aborted {
        Epoch epoch = draft.world().epoch();
        if (!epoch.automaticRewards()) {
            return;
        }
        if (epoch.counter() == 0) {
            throw Aborted.runtime("underflow");
        }
        EpochMetadata previous = epoch.metadata().get(epoch.counter() - 1);
        if (previous == null || previous.rewardsPaid()) {
            return;
        }
        pay(draft, previous);
        epoch = draft.world().epoch();
        draft.set(draft.world().with(epoch.saving(previous.withRewardsPaid())));
    }

    private static void pay(Draft draft, EpochMetadata epoch) throws Aborted {
        long total = epoch.totalRewards();
        long minted = 0;
        long fromFees = 0;
        long burned = 0;
        if (!epoch.rewards().isEmpty()) {
            long fees = draft.world().feeVault();
            minted = Math.max(0, total - fees);
            fromFees = Math.min(fees, total);
            long left = fees + minted;
            FlowAddress owner = draft.world().contract(FlowIdTableStaking.CONTRACT);
            StakingChange change = draft.world().staking().change();
            for (RewardsBreakdown reward : epoch.rewards()) {
                NodeRecord node = draft.world().staking().require(reward.nodeId());
                left = UFix64.minus(left, reward.nodeRewards());
                NodeRecord rewarded = node.rewarded(reward.nodeRewards());
                VaultMove.from(draft, owner, reward.nodeRewards(), left)
                        .into(draft, owner, rewarded.tokensRewarded());
                change.put(rewarded);
                draft.emit(
                        FlowIdTableStaking.CONTRACT,
                        "RewardsPaid",
                        field("nodeID", string(reward.nodeId())),
                        field("amount", UFix64.value(reward.nodeRewards())),
                        field("epochCounter", uint64(epoch.counter())));
            }
            burned = left;
            draft.set(
                    draft.world()
                            .with(change.table())
                            .withFeeVault(0)
                            .withSupply(draft.world().supply() + minted - burned));
        }
        draft.emit(
                FlowIdTableStaking.CONTRACT,
                "EpochTotalRewardsPaid",
                field("total", UFix64.value(total)),
                field("fromFees", UFix64.value(fromFees)),
                field("minted", UFix64.value(minted)),
                field("feesBurned", UFix64.value(burned)),
                field("epochCounterForRewards", uint64(epoch.counter())));
    }
}
