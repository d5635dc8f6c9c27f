package io.epochdesk.epoch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalDouble;

/**
 * Measures views per second over the blocks seen, by the blocks' own timestamps, over at most the
 * last ten minutes. Where blocks are made on demand, as on an emulator, there may be too few of
 * them to speak of a rate. One thread at a time.
 */
public final class ViewRate {

    /** The longest span measured over. */
    public static final Duration WINDOW = Duration.ofMinutes(10);

    /** Below this span the rate is called not measured. */
    public static final Duration SHORTEST = Duration.ofSeconds(10);

    /** Below so many views the rate is called not measured. */
    public static final int FEWEST_VIEWS = 10;

    private final Deque<Sample> samples = new ArrayDeque<>();

    /**
     * Adds a block; one that is not newer than the newest is ignored, one whose view went back
     * starts afresh.
     */
    public void add(long view, Instant blockTime) {
        Sample newest = samples.peekLast();
        if (newest != null && view < newest.view) {
            samples.clear();
        } else if (newest != null && (view == newest.view || !blockTime.isAfter(newest.time))) {
            return;
        }
        samples.addLast(new Sample(view, blockTime));
        while (Duration.between(samples.getFirst().time, blockTime).compareTo(WINDOW) > 0) {
            samples.removeFirst();
        }
    }

    /** Views per second, or empty while too little was seen. */
    public OptionalDouble perSecond() {
        return isMeasured()
                ? OptionalDouble.of(views() * 1_000.0 / span().toMillis())
                : OptionalDouble.empty();
    }

    /** The span the rate is measured over; zero while it is not. */
    public Duration measuredOver() {
        return isMeasured() ? span() : Duration.ZERO;
    }

    private boolean isMeasured() {
        return span().compareTo(SHORTEST) >= 0 && views() >= FEWEST_VIEWS;
    }

    private long views() {
        return samples.getLast().view - samples.getFirst().view;
    }

    private Duration span() {
        return samples.size() < 2
                ? Duration.ZERO
                : Duration.between(samples.getFirst().time, samples.getLast().time);
    }

    private record Sample(long view, Instant time) {}
}
