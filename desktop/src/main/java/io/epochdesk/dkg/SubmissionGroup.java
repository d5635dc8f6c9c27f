package io.epochdesk.dkg;

import java.util.List;

/**
 * Identical final submissions.
 *
 * @param groupKey the group public key, 192 hex digits, or empty for empty submissions
 * @param keys the participants' public keys in the order submitted; empty for empty submissions
 * @param fingerprint first 16 hex digits of a SHA-256 over the whole submission, to tell groups
 *     apart
 * @param submitters node IDs, ascending
 * @param empty whether the submitters said "my DKG failed"
 */
public record SubmissionGroup(
        String groupKey,
        List<String> keys,
        String fingerprint,
        List<String> submitters,
        boolean empty) {
    public SubmissionGroup {
        keys = List.copyOf(keys);
        submitters = List.copyOf(submitters);
    }

    public int count() {
        return submitters.size();
    }
}
