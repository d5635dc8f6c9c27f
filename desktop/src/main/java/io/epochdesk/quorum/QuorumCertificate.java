package io.epochdesk.quorum;

import io.epochdesk.cadence.Shape;

import java.util.List;
import java.util.Optional;

/**
 * A cluster's quorum certificate as the contract makes it ({@code
 * Cluster.generateQuorumCertificate()}): everybody who voted for the message that reached the
 * threshold, with their signatures.
 *
 * @param cluster index of the cluster
 * @param message the message as stored
 * @param voterIds who voted for it; the contract's order is that of a dictionary, here it is by
 *     node ID
 * @param signatures their signatures as stored, in the same order
 */
public record QuorumCertificate(
        int cluster, String message, List<String> voterIds, List<String> signatures) {

    public QuorumCertificate {
        voterIds = List.copyOf(voterIds);
        signatures = List.copyOf(signatures);
        if (voterIds.size() != signatures.size()) {
            throw new IllegalArgumentException("a signature for each voter");
        }
    }

    /** What the contract would make of a cluster now; empty until the cluster is complete. */
    public static Optional<QuorumCertificate> of(ClusterTally cluster) {
        return cluster.leading()
                .filter(group -> group.weight() >= cluster.threshold())
                .map(
                        group ->
                                ofVotes(
                                        cluster.index(),
                                        group.message(),
                                        cluster.members().stream()
                                                .filter(
                                                        member ->
                                                                group.message()
                                                                        .equals(member.message()))
                                                .toList()));
    }

    private static QuorumCertificate ofVotes(
            int cluster, String message, List<ClusterVoter> voters) {
        return new QuorumCertificate(
                cluster,
                message,
                voters.stream().map(ClusterVoter::nodeId).toList(),
                voters.stream().map(ClusterVoter::signature).map(String::valueOf).toList());
    }

    /**
     * Reads a {@code FlowClusterQC.ClusterQC}, as {@code EpochCommit} and the metadata have it.
     *
     * @throws io.epochdesk.fault.FaultException when it is none
     */
    public static QuorumCertificate read(Shape certificate) {
        List<String> voters = certificate.field("voterIDs").list(Shape::asString);
        List<String> signatures = certificate.field("voteSignatures").list(Shape::asString);
        if (voters.size() != signatures.size()) {
            throw certificate.unexpected(
                    "a signature for each of " + voters.size() + " voters",
                    String.valueOf(signatures.size()));
        }
        return new QuorumCertificate(
                certificate.field("index").asUInt16(),
                certificate.field("voteMessage").asString(),
                voters,
                signatures);
    }
}
