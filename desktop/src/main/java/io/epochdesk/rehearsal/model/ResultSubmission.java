package io.epochdesk.rehearsal.model;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/**
 * {@code FlowDKG.ResultSubmission}: all three parts, or none when the node's DKG failed.
 *
 * @param groupKey 192 characters
 * @param keys one per participant
 * @param idMapping node ID to index of its key
 */
public record ResultSubmission(
        @Nullable String groupKey,
        @Nullable List<String> keys,
        @Nullable Map<String, Integer> idMapping) {

    private static final int KEY_LENGTH = 192;

    public ResultSubmission {
        keys = keys == null ? null : List.copyOf(keys);
        idMapping = idMapping == null ? null : Map.copyOf(idMapping);
    }

    /** The submission of a node whose DKG failed. */
    public static ResultSubmission empty() {
        return new ResultSubmission(null, null, null);
    }

    /** Whether it says that the node's DKG failed. */
    public boolean isEmpty() {
        return groupKey == null;
    }

    /** {@code ResultSubmission.init}: what the contract demands before it knows the committee. */
    void check() throws Aborted {
        boolean complete = groupKey != null && keys != null && idMapping != null;
        if (!complete && (groupKey != null || keys != null || idMapping != null)) {
            throw Aborted.precondition(
                    "FlowDKG.ResultSubmission.init: violates empty submission invariant -"
                            + " ResultSubmission fields must be all nil or all non-nil");
        }
        if (groupKey == null || keys == null || idMapping == null) {
            return;
        }
        if (groupKey.length() != KEY_LENGTH) {
            throw refused("group key - must be nil or hex-encoded 96-byte string");
        }
        for (String key : keys) {
            if (key.length() != KEY_LENGTH) {
                throw refused("participant key - must be nil or hex-encoded 96-byte string");
            }
        }
        if (idMapping.size() != keys.size()) {
            throw refused("ID mapping - must be same size as pubKeys");
        }
    }

    private static Aborted refused(String what) {
        return Aborted.precondition("FlowDKG.ResultSubmission.init: invalid " + what);
    }

    /** {@code isValidForCommittee}. */
    boolean covers(PersistentMap<String, Boolean> committee) {
        if (keys == null || idMapping == null) {
            return true;
        }
        if (keys.size() != committee.size()) {
            return false;
        }
        for (String nodeId : committee.keys()) {
            if (!idMapping.containsKey(nodeId)) {
                return false;
            }
        }
        return true;
    }
}
