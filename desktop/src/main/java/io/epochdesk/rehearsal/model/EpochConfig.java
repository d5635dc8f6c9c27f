package io.epochdesk.rehearsal.model;

/**
 * {@code FlowEpoch.Config}.
 *
 * @param viewsInEpoch length of an epoch
 * @param viewsInStakingAuction length of its auction
 * @param viewsInDkgPhase length of each of the three phases of the DKG
 * @param collectorClusters number of clusters
 * @param supplyIncrease share of the supply paid out an epoch, as a {@link UFix64}
 */
public record EpochConfig(
        long viewsInEpoch,
        long viewsInStakingAuction,
        long viewsInDkgPhase,
        int collectorClusters,
        long supplyIncrease) {

    /** {@code FlowEpoch.isValidPhaseConfiguration}. */
    static boolean isValid(long auction, long dkgPhase, long epoch) {
        return auction + 3 * dkgPhase < epoch;
    }
}
