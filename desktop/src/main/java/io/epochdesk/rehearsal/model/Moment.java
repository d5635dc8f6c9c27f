package io.epochdesk.rehearsal.model;

import java.time.Instant;
import java.util.HexFormat;

/**
 * Where a program runs: the block that {@code getCurrentBlock()} answers, and the source of its
 * {@code revertibleRandom}.
 */
public final class Moment {

    private final long height;
    private final long view;
    private final Instant timestamp;
    private final byte[] randomSeed;

    /**
     * A moment.
     *
     * @param height the block's height
     * @param view the block's view
     * @param timestamp the block's time
     * @param randomSeed what random numbers are drawn from: the same seed gives the same numbers
     */
    public Moment(long height, long view, Instant timestamp, byte[] randomSeed) {
        this.height = height;
        this.view = view;
        this.timestamp = timestamp;
        this.randomSeed = randomSeed.clone();
    }

    /** The block's height. */
    public long height() {
        return height;
    }

    /** The block's view. */
    public long view() {
        return view;
    }

    /** The block's time. */
    public Instant timestamp() {
        return timestamp;
    }

    /** What random numbers are drawn from. */
    public byte[] randomSeed() {
        return randomSeed.clone();
    }

    @Override
    public String toString() {
        return "height %d, view %d, %s, seed %s"
                .formatted(height, view, timestamp, HexFormat.of().formatHex(randomSeed));
    }
}
