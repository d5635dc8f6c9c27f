package io.epochdesk.rehearsal.model;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code FlowClusterQC.Cluster}.
 *
 * @param index its index in the list of clusters
 * @param nodeWeights the members with their weights
 * @param totalWeight their sum
 * @param votes what was voted, by node ID
 * @param messageWeights the weight behind each message
 * @param leading the message that has reached the threshold, or null
 */
public record Cluster(
        int index,
        PersistentMap<String, Long> nodeWeights,
        long totalWeight,
        PersistentMap<String, Vote> votes,
        PersistentMap<String, Long> messageWeights,
        @Nullable String leading) {

    /** A cluster nobody has voted in. */
    public static Cluster of(int index, Map<String, Long> nodeWeights) {
        PersistentMap<String, Long> weights = PersistentMap.empty();
        long total = 0;
        for (Map.Entry<String, Long> member : nodeWeights.entrySet()) {
            weights = weights.with(member.getKey(), member.getValue());
            total += member.getValue();
        }
        return new Cluster(
                index, weights, total, PersistentMap.empty(), PersistentMap.empty(), null);
    }

    /** {@code voteThreshold}: weight that one message needs, itself included. */
    public long voteThreshold() {
        if (totalWeight == 0) {
            return 0;
        }
        long third = Long.divideUnsigned(totalWeight, 3);
        long rest = Long.remainderUnsigned(totalWeight, 3);
        return 2 * third + (rest <= 1 ? 1 : rest);
    }

    /** {@code isComplete}: the message that has the quorum. */
    public Optional<String> quorumMessage() {
        return Optional.ofNullable(leading);
    }

    /** {@code generateQuorumCertificate}; empty without a quorum. */
    public Optional<QuorumCertificate> certificate() {
        if (leading == null) {
            return Optional.empty();
        }
        List<String> signatures = new ArrayList<>();
        List<String> voters = new ArrayList<>();
        votes.forEach(
                (nodeId, vote) -> {
                    if (vote.message().equals(leading)) {
                        signatures.add(vote.signature());
                        voters.add(nodeId);
                    }
                });
        return Optional.of(new QuorumCertificate(index, signatures, leading, voters));
    }

    /** This cluster after a member voted for the first time. */
    Cluster withVote(String nodeId, Vote vote) {
        long weight =
                messageWeights.getOrDefault(vote.message(), 0L)
                        + nodeWeights.getOrDefault(nodeId, 0L);
        return new Cluster(
                index,
                nodeWeights,
                totalWeight,
                votes.with(nodeId, vote),
                messageWeights.with(vote.message(), weight),
                leading == null && weight >= voteThreshold() ? vote.message() : leading);
    }

    /** The assignment alone, as metadata and events have it. */
    Cluster withoutVotes() {
        return new Cluster(
                index,
                nodeWeights,
                totalWeight,
                PersistentMap.empty(),
                PersistentMap.empty(),
                null);
    }
}
