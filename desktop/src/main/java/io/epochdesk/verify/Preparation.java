package io.epochdesk.verify;

import io.epochdesk.cadence.Shape;
import io.epochdesk.quorum.QuorumCertificate;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code FlowEpoch.getEpochMetadata()} has of an epoch's preparation.
 *
 * @param startView first view of the epoch
 * @param stakingEndView last view of its auction
 * @param endView its last view
 * @param clusters weight of each member by node ID, by cluster
 * @param certificates quorum certificates, once committed
 * @param keys the group's key first, then each node's; once committed
 */
record Preparation(
        long startView,
        long stakingEndView,
        long endView,
        List<Map<String, Long>> clusters,
        List<QuorumCertificate> certificates,
        List<String> keys) {

    /**
     * Reads the answer to {@code preparation.cdc}; empty where the contract knows no such epoch.
     */
    static Optional<Preparation> read(Shape answer) {
        return answer.optional(
                found ->
                        new Preparation(
                                found.field("startView").asUInt64(),
                                found.field("stakingEndView").asUInt64(),
                                found.field("endView").asUInt64(),
                                found.field("clusters")
                                        .list(
                                                cluster ->
                                                        cluster.dictionary(
                                                                Shape::asString, Shape::asUInt64)),
                                found.field("certificates").list(QuorumCertificate::read),
                                found.field("keys").list(Shape::asString)));
    }
}
