package io.epochdesk.epoch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.OptionalDouble;

/**
 * Measures views per second over the blocks seen, by the blocks' own timestamps, over at most the
 * last ten minutes, and not beyond a point where the pace became another: a rehearsal whose speed
 * was changed, a network that came back. Where blocks are made on demand, as on an emulator, there
 * may be too few of them to speak of a rate. One thread at a time.
 */
public final class ViewRate {

    /** The longest span measured over. */
    public static final Duration WINDOW = Duration.ofMinutes(10);

    /** Below this span the rate is called not measured. */
    public static final Duration SHORTEST = Duration.ofSeconds(10);

    /** Below so many views the rate is called not measured. */
    public static final int FEWEST_VIEWS = 10;

    /** So many views tell a pace from chance. */
    private static final int TELLING_VIEWS = 20;

    /** A pace that differs by this factor is another one. */
    private static final double OTHER_PACE = 2;

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
        forgetAnotherPace();
    }

    /** Drops what lies before the newest stretch that can be measured, if it ran otherwise. */
    private void forgetAnotherPace() {
        Sample newest = samples.getLast();
        Sample oldest = samples.getFirst();
        Iterator<Sample> back = samples.descendingIterator();
        Sample turn = newest;
        while (back.hasNext() && !tells(turn, newest)) {
            turn = back.next();
        }
        if (!tells(turn, newest) || oldest.until(turn).compareTo(SHORTEST) < 0) {
            return;
        }
        double change = turn.pace(newest) / oldest.pace(turn);
        if (change >= OTHER_PACE || change <= 1 / OTHER_PACE) {
            while (samples.getFirst().view < turn.view) {
                samples.removeFirst();
            }
        }
    }

    private static boolean tells(Sample from, Sample to) {
        return from.until(to).compareTo(SHORTEST) >= 0 && to.view - from.view >= TELLING_VIEWS;
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

    private record Sample(long view, Instant time) {

        Duration until(Sample later) {
            return Duration.between(time, later.time);
        }

        double pace(Sample later) {
            return (later.view - view) * 1_000.0 / until(later).toMillis();
        }
    }
}
