package io.epochdesk.quorum;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How the vote of one cluster stands.
 *
 * @param index the cluster's index
 * @param members all members, ordered by node ID
 * @param totalWeight total weight of the cluster
 * @param threshold weight one message must reach, inclusive ({@code Cluster.voteThreshold()})
 * @param complete whether the contract calls the cluster complete ({@code Cluster.isComplete() !=
 *     nil})
 * @param groups the distinct messages, heaviest first
 */
public record ClusterTally(
        int index,
        List<ClusterVoter> members,
        long totalWeight,
        long threshold,
        boolean complete,
        List<VoteGroup> groups) {

    public ClusterTally {
        members = List.copyOf(members);
        groups = List.copyOf(groups);
    }

    /** The heaviest message, if anybody voted. */
    public Optional<VoteGroup> leading() {
        return groups.stream().findFirst();
    }

    /** Weight the leading message still lacks; 0 when it reached the threshold. */
    public long missingWeight() {
        return Math.max(0, threshold - leading().map(VoteGroup::weight).orElse(0L));
    }

    /** Members that have not voted, heaviest first. */
    public List<ClusterVoter> missing() {
        return members.stream()
                .filter(member -> !member.hasVoted())
                .sorted(Comparator.comparingLong(ClusterVoter::weight).reversed())
                .toList();
    }

    /** Weight that has not voted yet. */
    public long openWeight() {
        return missing().stream().mapToLong(ClusterVoter::weight).sum();
    }

    /**
     * Whether some message can still reach the threshold; a vote cannot be taken back or changed. A
     * cluster of weight zero has threshold zero and still needs one vote; one without members can
     * never complete.
     */
    public boolean canComplete() {
        if (complete) {
            return true;
        }
        boolean anybodyLeft = members.stream().anyMatch(member -> !member.hasVoted());
        return anybodyLeft
                && leading().map(VoteGroup::weight).orElse(0L) + openWeight() >= threshold;
    }
}
