package io.epochdesk.fleet;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * Something that needs the operator.
 *
 * @param kind what it is
 * @param epoch counter of the epoch it concerns
 * @param nodeId the own node it concerns; empty when it concerns all
 * @param facts the facts for its sentences, by placeholder name
 * @param deadline by when something must be done, by the measured view rate, or null
 */
public record Need(
        Kind kind,
        long epoch,
        String nodeId,
        Map<String, String> facts,
        @Nullable Instant deadline) {

    /** The kinds, the gravest first. */
    public enum Kind {
        /** A collection node has not voted in the time others needed. Facts: node, done, others. */
        VOTE_LATE,
        /**
         * A consensus node has not posted in the time others needed, or at all while it counted.
         * Facts: node, done, others, over.
         */
        MESSAGE_LATE,
        /** A consensus node has not submitted in the time others needed. Facts: as above. */
        SUBMISSION_LATE,
        /** The doctor calls a node unfit. Facts: node, check. */
        UNFIT,
        /** Setup opens within the hour with nodes that are not fit. Facts: nodes, count, all. */
        SETUP_WITHIN_HOUR,
        /** Setup opens within a day with nodes that are not fit. Facts: nodes, count, all. */
        SETUP_WITHIN_DAY,
        /** The network may fall back. Facts: certainty. */
        FALLBACK
    }

    public Need {
        facts = Map.copyOf(facts);
    }

    /** Whether it is that an own node has not done its part in time. */
    public boolean isLate() {
        return kind.compareTo(Kind.UNFIT) < 0;
    }

    /** A text that names it in the history, from which kind, epoch and node can be told again. */
    public String subject() {
        return kind + "/" + epoch + "/" + nodeId;
    }

    /**
     * What a subject is about; empty for one of another version.
     *
     * @param labels what the operator calls their nodes, by ID
     */
    static Optional<Need> ofSubject(String subject, Map<String, String> labels) {
        String[] parts = subject.split("/", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            long epoch = Long.parseLong(parts[1]);
            return Arrays.stream(Kind.values())
                    .filter(kind -> kind.name().equals(parts[0]))
                    .findFirst()
                    .map(
                            kind ->
                                    new Need(
                                            kind,
                                            epoch,
                                            parts[2],
                                            Map.of("node", labels.getOrDefault(parts[2], "")),
                                            null));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }
}
