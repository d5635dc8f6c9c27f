package io.epochdesk.rehearsal.model;

import java.util.List;

/**
 * {@code FlowEpoch.EpochMetadata}.
 *
 * @param counter the epoch
 * @param seed its source of randomness, 32 hex digits
 * @param startView first view
 * @param endView last view
 * @param stakingEndView last view of the auction
 * @param totalRewards paid for the epoch, as a {@link UFix64}
 * @param rewards what each node gets
 * @param rewardsPaid whether they have it
 * @param clusters the assignment, never with votes
 * @param certificates of the clusters, once committed
 * @param dkgKeys the group key, then the participants' keys, once committed
 */
public record EpochMetadata(
        long counter,
        String seed,
        long startView,
        long endView,
        long stakingEndView,
        long totalRewards,
        List<RewardsBreakdown> rewards,
        boolean rewardsPaid,
        List<Cluster> clusters,
        List<QuorumCertificate> certificates,
        List<String> dkgKeys) {

    public EpochMetadata {
        rewards = List.copyOf(rewards);
        clusters = List.copyOf(clusters);
        certificates = List.copyOf(certificates);
        dkgKeys = List.copyOf(dkgKeys);
    }

    /** An epoch that has only views, as it is proposed. */
    static EpochMetadata proposed(
            long counter,
            String seed,
            long startView,
            long endView,
            long stakingEndView,
            List<Cluster> clusters) {
        return new EpochMetadata(
                counter,
                seed,
                startView,
                endView,
                stakingEndView,
                0,
                List.of(),
                false,
                clusters,
                List.of(),
                List.of());
    }

    EpochMetadata withRewards(long total, List<RewardsBreakdown> breakdown) {
        return new EpochMetadata(
                counter,
                seed,
                startView,
                endView,
                stakingEndView,
                total,
                breakdown,
                rewardsPaid,
                clusters,
                certificates,
                dkgKeys);
    }

    EpochMetadata withRewardsPaid() {
        return new EpochMetadata(
                counter,
                seed,
                startView,
                endView,
                stakingEndView,
                totalRewards,
                rewards,
                true,
                clusters,
                certificates,
                dkgKeys);
    }

    EpochMetadata withClusters(List<Cluster> assignment) {
        return new EpochMetadata(
                counter,
                seed,
                startView,
                endView,
                stakingEndView,
                totalRewards,
                rewards,
                rewardsPaid,
                assignment,
                certificates,
                dkgKeys);
    }

    EpochMetadata withResults(List<QuorumCertificate> certs, List<String> keys) {
        return new EpochMetadata(
                counter,
                seed,
                startView,
                endView,
                stakingEndView,
                totalRewards,
                rewards,
                rewardsPaid,
                clusters,
                certs,
                keys);
    }
}
