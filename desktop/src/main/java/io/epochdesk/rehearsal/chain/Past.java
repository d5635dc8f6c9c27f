package io.epochdesk.rehearsal.chain;

import io.epochdesk.cadence.CadenceValue.CompositeValue;

import java.time.Duration;
import java.util.List;

/**
 * What a chain had before its first block is made: blocks in which nothing happened, but for the
 * system transaction of one of them. They are computed when somebody asks, so that weeks of them
 * cost nothing; states after them are not to be had, as from a node that began later.
 *
 * @param blocks how many; 0 for a chain that begins with its root block
 * @param viewTime time a view took
 * @param told how many blocks before the first one that is made the system transaction ran; 1 to
 *     {@code blocks}, without meaning where there are no events
 * @param events what it emitted, in order
 */
public record Past(long blocks, Duration viewTime, long told, List<CompositeValue> events) {

    /** No past at all. */
    public static final Past NONE = new Past(0, Duration.ZERO, 0, List.of());

    /** Every so many views one has no block. */
    private static final int GAP_EVERY = 40;

    public Past {
        events = List.copyOf(events);
        if (!events.isEmpty() && (told < 1 || told > blocks)) {
            throw new IllegalArgumentException("events of a block that is not there");
        }
    }

    /** Views between the first block that is made and one so many blocks before it. */
    static long views(long blocksBefore) {
        return blocksBefore + blocksBefore / (GAP_EVERY - 1);
    }

    /** Blocks that the views before the first one that is made have. */
    public static long blocksWithin(long views) {
        return (GAP_EVERY - 1) * (views / GAP_EVERY) + Math.min(views % GAP_EVERY, GAP_EVERY - 2);
    }
}
