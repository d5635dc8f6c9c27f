package io.epochdesk.rehearsal.model;

import java.util.List;

/**
 * What governance can do with an epoch: {@code FlowEpoch.Admin}, and the approvals and limits of
 * {@code FlowIDTableStaking.Admin}. For scenarios and for networks that are set up step by step.
 */
public final class EpochAdmin {

    private EpochAdmin() {}

    /** {@code updateEpochViews}. */
    public static void epochViews(Draft draft, long views) throws Aborted {
        EpochConfig config = auctionOnly(draft);
        if (!EpochConfig.isValid(config.viewsInStakingAuction(), config.viewsInDkgPhase(), views)) {
            throw Aborted.precondition(
                    "New Epoch Views must be greater than the sum of staking and DKG Phase views");
        }
        set(draft, views, config.viewsInStakingAuction(), config.viewsInDkgPhase());
    }

    /** {@code updateAuctionViews}. */
    public static void auctionViews(Draft draft, long views) throws Aborted {
        EpochConfig config = auctionOnly(draft);
        if (!EpochConfig.isValid(views, config.viewsInDkgPhase(), config.viewsInEpoch())) {
            throw Aborted.precondition(
                    "Epoch Views must be greater than the sum of new staking and DKG Phase views");
        }
        set(draft, config.viewsInEpoch(), views, config.viewsInDkgPhase());
    }

    /** {@code updateDKGPhaseViews}. */
    public static void dkgPhaseViews(Draft draft, long views) throws Aborted {
        EpochConfig config = auctionOnly(draft);
        if (!EpochConfig.isValid(config.viewsInStakingAuction(), views, config.viewsInEpoch())) {
            throw Aborted.precondition(
                    "Epoch Views must be greater than the sum of staking and new DKG Phase views");
        }
        set(draft, config.viewsInEpoch(), config.viewsInStakingAuction(), views);
    }

    /** {@code updateNumCollectorClusters}. */
    public static void clusters(Draft draft, int number) throws Aborted {
        EpochConfig config = auctionOnly(draft);
        Epoch epoch = draft.world().epoch();
        draft.set(
                draft.world()
                        .with(
                                epoch.with(
                                        new EpochConfig(
                                                config.viewsInEpoch(),
                                                config.viewsInStakingAuction(),
                                                config.viewsInDkgPhase(),
                                                number,
                                                config.supplyIncrease()))));
    }

    /** {@code updateEpochTimingConfig}. */
    public static void timing(Draft draft, EpochTiming timing) throws Aborted {
        Epoch epoch = draft.world().epoch();
        if (timing.refCounter() > epoch.counter()) {
            throw Aborted.precondition("Reference epoch must be before next epoch");
        }
        draft.set(draft.world().with(epoch.with(timing)));
    }

    /** {@code updateAutomaticRewardsEnabled}. */
    public static void automaticRewards(Draft draft, boolean enabled) {
        Epoch epoch = draft.world().epoch();
        draft.set(draft.world().with(epoch.withAutomaticRewards(enabled)));
    }

    /** {@code FlowDKG.Admin.setSafeSuccessThreshold}: below 1.0, or {@code NO_PERCENTAGE}. */
    public static void safeThreshold(Draft draft, long percentage) throws Aborted {
        FlowDkg.setSafeThreshold(draft, percentage);
    }

    /** {@code FlowIDTableStaking.Admin.setApprovedList}. */
    public static void approve(Draft draft, List<String> nodeIds) throws Aborted {
        FlowIdTableStaking.setApprovedList(draft, nodeIds);
    }

    /** {@code FlowIDTableStaking.Admin.setSlotLimits}; role 1 first. */
    public static void slotLimits(Draft draft, List<Integer> limits) throws Aborted {
        FlowIdTableStaking.setSlotLimits(draft, limits);
    }

    /** {@code Heartbeat.endStakingAuction}, whatever the view. */
    public static void endAuction(Draft draft) throws Aborted {
        FlowEpoch.endStakingAuction(draft);
    }

    /** {@code Heartbeat.startEpochCommit}; silent while anything is missing. */
    public static void commit(Draft draft) throws Aborted {
        FlowEpoch.startCommit(draft);
    }

    /** {@code Heartbeat.endEpoch}, whatever the view. */
    public static void endEpoch(Draft draft) throws Aborted {
        FlowEpoch.endEpoch(draft);
    }

    /**
     * {@code resetEpoch}, as at a spork: the next epoch begins at once, with empty clusters and no
     * keys.
     *
     * @param counter the current epoch's
     */
    public static void reset(
            Draft draft,
            long counter,
            String randomSource,
            long startView,
            long stakingEndView,
            long endView)
            throws Aborted {
        Epoch epoch = draft.world().epoch();
        if (counter != epoch.counter()) {
            throw Aborted.precondition(
                    "Cannot submit a current Epoch counter that does not match the current counter"
                            + " stored in the smart contract");
        }
        EpochRecovery.checkViews(epoch.config(), startView, stakingEndView, endView);
        EpochRecovery.stopComponents(draft);
        EpochMetadata next =
                EpochMetadata.proposed(
                        counter + 1, randomSource, startView, endView, stakingEndView, List.of());
        draft.set(draft.world().with(draft.world().epoch().saving(next)));
        EpochRewards.calculate(draft);
        FlowEpoch.startNewEpoch(draft);
    }

    private static EpochConfig auctionOnly(Draft draft) throws Aborted {
        Epoch epoch = draft.world().epoch();
        if (epoch.phase() != EpochPhase.STAKING_AUCTION) {
            throw Aborted.precondition("Can only update fields during the staking auction");
        }
        return epoch.config();
    }

    private static void set(Draft draft, long epochViews, long auction, long dkgPhase) {
        Epoch epoch = draft.world().epoch();
        draft.set(
                draft.world()
                        .with(
                                epoch.with(
                                        new EpochConfig(
                                                epochViews,
                                                auction,
                                                dkgPhase,
                                                epoch.config().collectorClusters(),
                                                epoch.config().supplyIncrease()))));
    }
}
