package io.epochdesk.quorum;

import java.util.List;

/**
 * The clusters' vote as a whole.
 *
 * @param inProgress {@code FlowClusterQC.inProgress}
 * @param votingCompleted {@code FlowClusterQC.votingCompleted()}, which is true for an empty list
 *     of clusters too
 * @param clusters all clusters by index; those of the last epoch while {@code standing} says so
 * @param standing whose votes these are
 * @param checks what the console found out about the votes by itself
 */
public record VotingRound(
        boolean inProgress,
        boolean votingCompleted,
        List<ClusterTally> clusters,
        Standing standing,
        VoteChecks checks) {

    /** A round as the contract answers it, unchecked. */
    public VotingRound(
            boolean inProgress,
            boolean votingCompleted,
            List<ClusterTally> clusters,
            Standing standing) {
        this(inProgress, votingCompleted, clusters, standing, VoteChecks.NONE);
    }

    public VotingRound {
        clusters = List.copyOf(clusters);
    }

    /** Whose votes the contract still answers with. */
    public enum Standing {
        /** No clusters at all. */
        NONE,
        /** The upcoming epoch's: voting is in progress. */
        CURRENT,
        /**
         * The last preparation's: the contract keeps them until the next setup. Never shown as this
         * epoch's.
         */
        LAST_EPOCH
    }

    /** Clusters whose vote is complete. */
    public long completeClusters() {
        return clusters.stream().filter(ClusterTally::complete).count();
    }

    /**
     * Whether the quorum certificates can be made: voting in progress, at least one cluster, all
     * complete.
     */
    public boolean isComplete() {
        return standing == Standing.CURRENT && !clusters.isEmpty() && votingCompleted;
    }

    /** The same round with what was found out about its votes. */
    public VotingRound checked(VoteChecks found) {
        return new VotingRound(inProgress, votingCompleted, clusters, standing, found);
    }
}
