package io.epochdesk.network.access;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before trying again: twice as long each time up to a limit, give or take a share
 * by chance, so that many consoles do not come back at the same moment. Not safe for several
 * threads at once.
 */
final class Backoff {

    private static final double JITTER = 0.25;
    private static final int LARGEST_SHIFT = 30;

    private final Duration first;
    private final Duration longest;
    private final RandomGenerator chance;
    private int failures;

    /**
     * Begins anew.
     *
     * @param first the wait after the first failure
     * @param longest the longest wait, before chance is added
     * @param chance decides within a quarter above or below
     */
    Backoff(Duration first, Duration longest, RandomGenerator chance) {
        this.first = first;
        this.longest = longest;
        this.chance = chance;
    }

    /** Counts a failure and says how long to wait. */
    Duration next() {
        long wait = first.toMillis() << Math.min(failures, LARGEST_SHIFT);
        failures++;
        double capped = Math.min(wait <= 0 ? Long.MAX_VALUE : wait, longest.toMillis());
        return Duration.ofMillis(Math.round(capped * chance.nextDouble(1 - JITTER, 1 + JITTER)));
    }

    /** How many failures in a row were counted. */
    int failures() {
        return failures;
    }

    /** Something worked: the next failure is a first one. */
    void reset() {
        failures = 0;
    }
}
