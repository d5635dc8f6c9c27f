package io.epochdesk.rehearsal.model;

/**
 * {@code FlowEpoch.Heartbeat.advanceBlock}, which a network's system transaction calls once a
 * block. It does at most one transition, and next to nothing when none is due.
 */
public final class Heartbeat {

    private Heartbeat() {}

    /**
     * Whether {@link #beat} would look at anything in this world at this view; false for nearly all
     * blocks of an epoch.
     */
    public static boolean isDue(World world, long view) {
        Epoch epoch = world.epoch();
        EpochMetadata current = epoch.current();
        if (current == null) {
            return false;
        }
        return switch (epoch.phase()) {
            case STAKING_AUCTION -> view >= current.stakingEndView() || EpochRewards.areDue(epoch);
            case EPOCH_SETUP ->
                    world.quorum().votingCompleted() && world.dkg().completed().isPresent();
            case EPOCH_COMMIT -> view >= current.endView();
        };
    }

    /**
     * One beat.
     *
     * @throws Aborted when the contract cannot do what is due, such as with fewer collection nodes
     *     than clusters; the draft is then to be dropped
     */
    public static void beat(Draft draft) throws Aborted {
        long view = draft.moment().view();
        if (!isDue(draft.world(), view)) {
            return;
        }
        switch (draft.world().epoch().phase()) {
            case STAKING_AUCTION -> {
                EpochRewards.payPrevious(draft);
                Epoch epoch = draft.world().epoch();
                if (view >= epoch.require(epoch.counter()).stakingEndView()) {
                    FlowEpoch.endStakingAuction(draft);
                }
            }
            case EPOCH_SETUP -> {
                EpochRewards.calculate(draft);
                FlowEpoch.startCommit(draft);
            }
            case EPOCH_COMMIT -> FlowEpoch.endEpoch(draft);
        }
    }
}
