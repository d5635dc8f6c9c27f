package io.epochdesk.epoch;

/**
 * What {@code FlowEpoch} answers at one block. Views and counters are UInt64 on chain; values
 * beyond a signed 64-bit number are refused as absurd when read.
 *
 * @param counter {@code currentEpochCounter}
 * @param phase {@code currentEpochPhase}
 * @param view view of the block the answer was computed at
 * @param startView first view of the current epoch
 * @param stakingEndView last view of the staking auction
 * @param endView last view of the current epoch
 * @param config lengths that the next epoch is made with
 * @param timing the contract's own wall-clock targets
 */
public record EpochState(
        long counter,
        EpochPhase phase,
        long view,
        long startView,
        long stakingEndView,
        long endView,
        Config config,
        Timing timing) {

    /** The counter of the epoch being prepared: {@code proposedEpochCounter()}. */
    public long upcomingCounter() {
        return counter + 1;
    }

    /**
     * {@code FlowEpoch.getConfigMetadata()}.
     *
     * @param viewsInEpoch length of an epoch in views
     * @param viewsInStakingAuction length of its auction
     * @param viewsInDkgPhase length of each of the three DKG phases
     * @param collectorClusters number of collector clusters
     */
    public record Config(
            long viewsInEpoch,
            long viewsInStakingAuction,
            long viewsInDkgPhase,
            int collectorClusters) {}

    /**
     * {@code FlowEpoch.getEpochTimingConfig()}.
     *
     * @param duration target length of an epoch in seconds
     * @param refCounter counter of the reference epoch
     * @param refTimestamp Unix seconds at which the reference epoch is to end
     */
    public record Timing(long duration, long refCounter, long refTimestamp) {}
}
