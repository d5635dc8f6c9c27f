package io.epochdesk.registration;

import org.jspecify.annotations.Nullable;

/**
 * A node's part in epochs.
 *
 * @param approved whether governance lets it take part: {@code getApprovedList}
 * @param voterClaimed whether its Voter was handed out, which happens once
 * @param participantClaimed whether its Participant was handed out, once likewise
 * @param cluster index of the cluster it is in, or null when it is in none of the present ones
 * @param voted whether it voted in that cluster
 * @param participates whether it is of the present DKG's committee: {@code participantIsRegistered}
 * @param submitted whether it made its final submission: {@code nodeHasSubmitted}
 */
record EpochPart(
        boolean approved,
        boolean voterClaimed,
        boolean participantClaimed,
        @Nullable Integer cluster,
        boolean voted,
        boolean participates,
        boolean submitted) {}
