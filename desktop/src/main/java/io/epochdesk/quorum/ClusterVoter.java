package io.epochdesk.quorum;

import org.jspecify.annotations.Nullable;

/**
 * A member of a cluster and its vote, as {@code FlowClusterQC.getClusters()} has it.
 *
 * @param nodeId 64 hex digits
 * @param weight its weight in the cluster
 * @param message the vote message as the contract stores it (hex text, case kept), or null when it
 *     has not voted
 * @param signature the vote signature as stored, or null when it has not voted
 */
public record ClusterVoter(
        String nodeId, long weight, @Nullable String message, @Nullable String signature) {
    public boolean hasVoted() {
        return message != null;
    }
}
