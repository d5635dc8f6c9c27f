package io.epochdesk.quorum;

/** The rule by which a cluster's vote is complete. */
public final class ClusterThreshold {

    private ClusterThreshold() {}

    /**
     * The weight one message must reach, inclusive ({@code FlowClusterQC.Cluster.voteThreshold()}):
     * more than two thirds, rounded as the contract does it.
     *
     * @param totalWeight weight of all members, not negative
     */
    public static long of(long totalWeight) {
        if (totalWeight == 0) {
            return 0;
        }
        long thirds = totalWeight / 3 * 2;
        return totalWeight % 3 == 2 ? thirds + 2 : thirds + 1;
    }
}
