package io.epochdesk.rehearsal.model;

import java.util.List;

/**
 * {@code FlowClusterQC.ClusterQC}.
 *
 * @param index the cluster's
 * @param signatures of the votes for the winning message
 * @param message the winning message
 * @param voterIds who gave the signatures, in the same order
 */
public record QuorumCertificate(
        int index, List<String> signatures, String message, List<String> voterIds) {

    public QuorumCertificate {
        signatures = List.copyOf(signatures);
        voterIds = List.copyOf(voterIds);
    }
}
