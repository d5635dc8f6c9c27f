package io.epochdesk.verify;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One thing that was checked, and what came of it.
 *
 * @param kind what was found; names the sentence
 * @param facts the facts for the sentence, by placeholder name
 */
public record Finding(Kind kind, Map<String, String> facts) {

    public Finding {
        facts = Map.copyOf(facts);
    }

    /** What a check can come to. */
    public enum Outcome {
        /** It is as it should be. */
        HOLDS,
        /** It is not. */
        FAILS,
        /** It cannot be told. */
        UNKNOWN,
        /** It is still to come. */
        NOT_YET
    }

    /** What can be found; the kinds of one check follow each other. */
    public enum Kind {
        /** All staking keys are points of G2, each once. Facts: nodes. */
        STAKING_KEYS_VALID(Outcome.HOLDS),
        /** Some are not. Facts: nodes (their IDs), count. */
        STAKING_KEYS_INVALID(Outcome.FAILS),

        /** Every collection node is in one cluster with its weight. Facts: clusters, nodes. */
        CLUSTERS_COMPLETE(Outcome.HOLDS),
        /** Some are not. Facts: nodes (their IDs), count. */
        CLUSTERS_WRONG(Outcome.FAILS),

        /** Every cluster's certificate holds and reaches its threshold. Facts: clusters, votes. */
        CERTIFICATES_HOLD(Outcome.HOLDS),
        /** One does not. Facts: cluster, weight, threshold, invalid. */
        CERTIFICATE_FAILS(Outcome.FAILS),
        /** A cluster has none, or there are others than its clusters'. Facts: clusters, found. */
        CERTIFICATES_INCOMPLETE(Outcome.FAILS),

        /** The committee is in the canonical order. Facts: nodes. */
        COMMITTEE_CANONICAL(Outcome.HOLDS),
        /** The mapping gives another order, or other nodes. Facts: nodes. */
        COMMITTEE_OTHERWISE(Outcome.FAILS),

        /** The board gives keys. Facts: messages, qualified, nodes, ignored. */
        BOARD_GIVES_KEYS(Outcome.HOLDS),
        /** Too many dealers are out. Facts: messages, out, nodes. */
        BOARD_GIVES_NONE(Outcome.FAILS),
        /** The committee is too small or too large for a DKG. Facts: nodes. */
        BOARD_NOT_JUDGED(Outcome.UNKNOWN),

        /** The keys committed are those of the board. Facts: key. */
        COMMITTED_KEYS_AGREE(Outcome.HOLDS),
        /** They are not. Facts: key, committed, indexes. */
        COMMITTED_KEYS_DIFFER(Outcome.FAILS),
        /**
         * They are not, but messages lie so near the end of a phase that nodes may have counted
         * them otherwise. Facts: key, committed, indexes, messages.
         */
        COMMITTED_KEYS_UNSURE(Outcome.UNKNOWN),

        /** What the contract keeps is what the events say. Facts: none. */
        METADATA_AGREES(Outcome.HOLDS),
        /** It is not. Facts: parts. */
        METADATA_DIFFERS(Outcome.FAILS),

        /** {@code EndDKG} told the keys committed. Facts: none. */
        END_AGREES(Outcome.HOLDS),
        /** It told others. Facts: indexes. */
        END_DIFFERS(Outcome.FAILS),
        /** It told none, as after a recovery. Facts: none. */
        END_WITHOUT_KEYS(Outcome.UNKNOWN),
        /** It was not found. Facts: none. */
        END_NOT_FOUND(Outcome.NOT_YET),

        /** Nothing is committed. Facts: height. */
        NOT_COMMITTED(Outcome.UNKNOWN),
        /** The epoch was started anew by hand: keys and certificates were given. Facts: height. */
        RECOVERED(Outcome.UNKNOWN);

        private final Outcome outcome;

        Kind(Outcome outcome) {
            this.outcome = outcome;
        }

        /** What the check came to. */
        public Outcome outcome() {
            return outcome;
        }
    }

    static Finding of(Kind kind, Object... facts) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < facts.length; i += 2) {
            map.put(facts[i].toString(), facts[i + 1].toString());
        }
        return new Finding(kind, map);
    }
}
