package io.epochdesk.quorum.view;

import io.epochdesk.live.Part;
import io.epochdesk.quorum.VotingRound;
import io.epochdesk.quorum.VotingRound.Standing;

import java.util.Comparator;
import java.util.List;

/** What the Clusters page is about at a moment. */
public enum VotingCondition {
    /** Nothing has been read yet. */
    WAITING,
    /** Nothing could be read yet. */
    UNREADABLE,
    /** There are no clusters and no vote. */
    NO_CLUSTERS,
    /** The contract still answers with the last preparation's votes. */
    LAST_EPOCH,
    /**
     * Voting is open upon an empty list of clusters, which the contract calls complete and which is
     * not.
     */
    NOTHING_TO_VOTE_ON,
    /** Nobody has voted yet. */
    UNTOUCHED,
    /** Some cluster is not done, all can be. */
    OPEN,
    /** Some cluster can no longer be done. */
    STUCK,
    /** Every cluster is done. */
    COMPLETE;

    static VotingCondition of(Part<VotingRound> part) {
        VotingRound round = part.value().orElse(null);
        if (round == null) {
            return part.fault().isPresent() ? UNREADABLE : WAITING;
        }
        if (round.standing() == Standing.LAST_EPOCH) {
            return LAST_EPOCH;
        }
        if (round.clusters().isEmpty()) {
            return round.inProgress() ? NOTHING_TO_VOTE_ON : NO_CLUSTERS;
        }
        if (round.isComplete()) {
            return COMPLETE;
        }
        if (round.clusters().stream().anyMatch(cluster -> !cluster.canComplete())) {
            return STUCK;
        }
        boolean untouched =
                round.clusters().stream().allMatch(cluster -> cluster.groups().isEmpty());
        return untouched ? UNTOUCHED : OPEN;
    }

    /** The clusters that the headline is about: those not done, the furthest from done first. */
    static List<ClusterRow> undone(VotingRound round) {
        return round.clusters().stream()
                .map(ClusterRow::of)
                .filter(row -> row.state() != ClusterRow.State.DONE)
                .sorted(
                        Comparator.comparingDouble(ClusterRow::distance)
                                .reversed()
                                .thenComparingInt(ClusterRow::index))
                .toList();
    }
}
