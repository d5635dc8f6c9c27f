package io.epochdesk.dkg;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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

    /**
     * The fingerprint of a submission; equal for equal ones in the contract's sense ({@code
     * ResultSubmission.equals}).
     */
    static String fingerprint(String groupKey, List<String> keys, Map<String, Integer> idMapping) {
        MessageDigest sha256 = Sha256.digest();
        tell(sha256, groupKey);
        keys.forEach(key -> tell(sha256, key));
        new TreeMap<>(idMapping).forEach((node, index) -> tell(sha256, node + index));
        return HexFormat.of().formatHex(sha256.digest(), 0, 8);
    }

    private static void tell(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    public int count() {
        return submitters.size();
    }
}
