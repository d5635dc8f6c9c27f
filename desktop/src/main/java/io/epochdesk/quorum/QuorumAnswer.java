package io.epochdesk.quorum;

import io.epochdesk.cadence.Shape;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the votes' part of a script's answer and refuses what contradicts itself. */
public final class QuorumAnswer {

    /** {@code Cluster.index} is a UInt16; far more than any network has. */
    private static final int MAX_CLUSTERS = 1 << 16;

    private QuorumAnswer() {}

    /**
     * Reads a {@code QuorumAnswer} of the scripts {@code board} and {@code quorum}.
     *
     * @throws io.epochdesk.fault.FaultException when the answer is not one the contract can give
     */
    public static VotingRound read(Shape answer) {
        boolean inProgress = answer.field("inProgress").asBool();
        boolean completed = answer.field("completed").asBool();
        Shape list = answer.field("clusters");
        List<ClusterTally> clusters = list.list(QuorumAnswer::cluster);
        if (clusters.size() > MAX_CLUSTERS) {
            throw list.unexpected(
                    "at most " + MAX_CLUSTERS + " clusters", clusters.size() + " clusters");
        }
        Set<String> members = new HashSet<>();
        for (int i = 0; i < clusters.size(); i++) {
            if (clusters.get(i).index() != i) {
                throw list.unexpected("cluster " + i, "cluster " + clusters.get(i).index());
            }
            for (ClusterVoter member : clusters.get(i).members()) {
                if (!members.add(member.nodeId())) {
                    throw list.unexpected("each node in one cluster", member.nodeId() + " in two");
                }
            }
        }
        if (completed != clusters.stream().allMatch(ClusterTally::complete)) {
            throw answer.unexpected("completed like its clusters", String.valueOf(completed));
        }
        return new VotingRound(inProgress, completed, clusters, standing(inProgress, clusters));
    }

    private static VotingRound.Standing standing(boolean inProgress, List<ClusterTally> clusters) {
        if (clusters.isEmpty()) {
            return VotingRound.Standing.NONE;
        }
        return inProgress ? VotingRound.Standing.CURRENT : VotingRound.Standing.LAST_EPOCH;
    }

    private static ClusterTally cluster(Shape cluster) {
        List<ClusterVoter> members =
                cluster.field("members").list(QuorumAnswer::voter).stream()
                        .sorted(Comparator.comparing(ClusterVoter::nodeId))
                        .toList();
        long total = cluster.field("totalWeight").asUInt64();
        long threshold = cluster.field("threshold").asUInt64();
        boolean complete = cluster.field("complete").asBool();
        // whatever the exact rule: a quorum is more than half and no more than all
        if (threshold > total || (total > 0 && threshold <= total / 2)) {
            throw cluster.field("threshold")
                    .unexpected("more than half of " + total, String.valueOf(threshold));
        }
        if (sum(cluster, members) != total) {
            throw cluster.unexpected(
                    "members that weigh " + total, String.valueOf(sum(cluster, members)));
        }
        List<VoteGroup> groups = groups(cluster, members);
        Shape weights = cluster.field("weightByMessage");
        Map<String, Long> told = weights.dictionary(Shape::asString, Shape::asUInt64);
        Map<String, Long> counted = new HashMap<>();
        groups.forEach(group -> counted.put(group.message(), group.weight()));
        if (!counted.equals(told)) {
            throw weights.unexpected("what the votes add up to", "something else");
        }
        if (complete != groups.stream().anyMatch(group -> group.weight() >= threshold)) {
            throw cluster.unexpected("complete as its votes are", String.valueOf(complete));
        }
        return new ClusterTally(
                cluster.field("index").asUInt16(), members, total, threshold, complete, groups);
    }

    private static ClusterVoter voter(Shape voter) {
        Optional<String> message = voter.field("message").optional(Shape::asString);
        Optional<String> signature = voter.field("signature").optional(Shape::asString);
        if (message.isPresent() != signature.isPresent()) {
            throw voter.unexpected("message and signature together", "one of them");
        }
        return new ClusterVoter(
                voter.field("nodeId").asString(),
                voter.field("weight").asUInt64(),
                message.orElse(null),
                signature.orElse(null));
    }

    private static List<VoteGroup> groups(Shape cluster, List<ClusterVoter> members) {
        Map<String, List<ClusterVoter>> byMessage = new HashMap<>();
        Map<String, Set<String>> spellings = new HashMap<>();
        for (ClusterVoter member : members) {
            String message = member.message();
            if (message != null) {
                byMessage.computeIfAbsent(message, any -> new ArrayList<>()).add(member);
                spellings
                        .computeIfAbsent(message.toLowerCase(Locale.ROOT), any -> new HashSet<>())
                        .add(message);
            }
        }
        List<VoteGroup> groups = new ArrayList<>();
        byMessage.forEach(
                (message, voters) ->
                        groups.add(
                                new VoteGroup(
                                        message,
                                        sum(cluster, voters),
                                        voters.size(),
                                        spellings
                                                        .getOrDefault(
                                                                message.toLowerCase(Locale.ROOT),
                                                                Set.of())
                                                        .size()
                                                > 1)));
        groups.sort(
                Comparator.comparingLong(VoteGroup::weight)
                        .reversed()
                        .thenComparing(VoteGroup::message));
        return groups;
    }

    private static long sum(Shape cluster, List<ClusterVoter> members) {
        long sum = 0;
        for (ClusterVoter member : members) {
            if (member.weight() > Long.MAX_VALUE - sum) {
                throw cluster.unexpected("weights that fit 63 bits together", "more");
            }
            sum += member.weight();
        }
        return sum;
    }
}
