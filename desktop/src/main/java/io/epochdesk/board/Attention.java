package io.epochdesk.board;

import java.util.Map;

/**
 * Something an operator should look at.
 *
 * @param kind what it is; names the text
 * @param facts the facts for its sentence, by placeholder name
 */
public record Attention(Kind kind, Map<String, String> facts) {

    public Attention {
        facts = Map.copyOf(facts);
    }

    /** What can need attention; the gravest first. */
    public enum Kind {
        /** A cluster can no longer reach its threshold. Facts: cluster. */
        CLUSTER_CANNOT_COMPLETE,
        /** No submission can reach the threshold any more. Facts: needed. */
        DKG_CANNOT_COMPLETE,
        /** An event announced other keys than those that come of the whiteboard. Facts: event. */
        KEYS_DIFFER,
        /** The epoch may fall back. Facts: certainty. */
        FALLBACK_SUSPECTED,
        /**
         * A cluster is incomplete with less than a quarter of setup left. Facts: cluster, missing.
         */
        CLUSTER_LATE,
        /** The DKG is incomplete with less than a quarter of setup left. Facts: needed, have. */
        DKG_LATE,
        /** Votes that their members' staking keys did not sign. Facts: count. */
        INVALID_VOTES,
        /** Messages that are invalid or of another DKG instance. Facts: count. */
        INVALID_MESSAGES,
        /** The newest data is older than 60 s. Facts: seconds. */
        DATA_OLD,
        /** Vote groups of a cluster differ only in letter case. Facts: cluster. */
        CASE_SPLIT
    }
}
