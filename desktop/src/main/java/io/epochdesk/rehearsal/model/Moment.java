package io.epochdesk.rehearsal.model;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Where a program runs: the block that {@code getCurrentBlock()} answers, and the source of its
 * {@code revertibleRandom}.
 *
 * @param height the block's height
 * @param view the block's view
 * @param timestamp the block's time
 * @param randomSeed what random numbers are drawn from: the same seed gives the same numbers
 */
public record Moment(long height, long view, Instant timestamp, byte[] randomSeed) {

    public Moment {
        randomSeed = randomSeed.clone();
    }

    @Override
    public byte[] randomSeed() {
        return randomSeed.clone();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Moment moment
                && height == moment.height
                && view == moment.view
                && timestamp.equals(moment.timestamp)
                && Arrays.equals(randomSeed, moment.randomSeed);
    }

    @Override
    public int hashCode() {
        return 31 * Long.hashCode(height) + Arrays.hashCode(randomSeed);
    }

    @Override
    public String toString() {
        return "height %d, view %d, %s, seed %s"
                .formatted(height, view, timestamp, HexFormat.of().formatHex(randomSeed));
    }
}
