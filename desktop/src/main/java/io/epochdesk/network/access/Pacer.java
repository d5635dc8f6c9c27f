package io.epochdesk.network.access;

import io.epochdesk.network.FlowNetwork.Pace;
import io.epochdesk.network.RequestBudget;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;

/**
 * Spaces out calls so that no more than the network's share of a public host's limits is used, and
 * rests when a node says it is too much. It holds for all nodes of a network together: a throttled
 * console does not run to the next node.
 *
 * <p>One token bucket for each kind of call. A bucket holds what may be used in one second, but at
 * least one call.
 */
final class Pacer {

    private static final double CALM_SHARE = 0.02;
    private static final double SETUP_SHARE = 0.10;
    private static final Duration LONGEST_NAP = Duration.ofMillis(250);
    private static final Duration FIRST_REST = Duration.ofSeconds(1);
    private static final Duration LONGEST_REST = Duration.ofSeconds(60);
    private static final Duration UNLIMITED_INTERVAL = Duration.ofMillis(750);

    /** A poller takes four of five scripts; the fifth is for those run now and then. */
    private static final double POLLERS_PART = 0.8;

    private final RequestBudget budget;
    private final Timekeeper time;
    private final RandomGenerator random;
    private final Map<CallKind, Bucket> buckets = new EnumMap<>(CallKind.class);
    private Pace pace = Pace.CALM;

    /**
     * @param random gives the jitter of rests
     */
    Pacer(RequestBudget budget, Timekeeper time, RandomGenerator random) {
        this.budget = budget;
        this.time = time;
        this.random = random;
        for (CallKind kind : CallKind.values()) {
            buckets.put(kind, new Bucket(kind, time.nanos()));
        }
    }

    /** Changes the share that may be used; whoever waits feels it at once. */
    synchronized void pace(Pace now) {
        if (pace != now) {
            long nanos = time.nanos();
            buckets.values().forEach(bucket -> bucket.fill(nanos));
            pace = now;
        }
    }

    /** Waits until a call of this kind may be made, and counts it. */
    void acquire(CallKind kind) throws InterruptedException {
        for (Duration wait = tryAcquire(kind); !wait.isZero(); wait = tryAcquire(kind)) {
            // In short naps: the pace may quicken meanwhile.
            time.sleep(wait.compareTo(LONGEST_NAP) < 0 ? wait : LONGEST_NAP);
        }
    }

    /** Counts a call and returns zero when it may be made now, or returns how long to wait. */
    synchronized Duration tryAcquire(CallKind kind) {
        long now = time.nanos();
        Bucket bucket = bucket(kind);
        if (now - bucket.restUntil < 0) {
            return Duration.ofNanos(bucket.restUntil - now);
        }
        if (budget == RequestBudget.UNLIMITED) {
            return Duration.ZERO;
        }
        bucket.fill(now);
        if (bucket.tokens >= 1) {
            bucket.tokens -= 1;
            return Duration.ZERO;
        }
        return Duration.ofNanos(
                Math.max(1, (long) Math.ceil((1 - bucket.tokens) / rate(kind) * 1e9)));
    }

    /**
     * A node said that calls of this kind are too many: they rest, longer each time it says so
     * again.
     */
    synchronized void throttled(CallKind kind) {
        Bucket bucket = bucket(kind);
        Duration rest = FIRST_REST.multipliedBy(1L << Math.min(bucket.throttledInARow, 6));
        bucket.throttledInARow++;
        rest = rest.compareTo(LONGEST_REST) < 0 ? rest : LONGEST_REST;
        double jitter = 0.75 + 0.5 * random.nextDouble();
        bucket.restUntil = time.nanos() + (long) (rest.toNanos() * jitter);
    }

    /** A call of this kind was answered. */
    synchronized void answered(CallKind kind) {
        bucket(kind).throttledInARow = 0;
    }

    /** Whether calls are spaced out at all. */
    boolean isPaced() {
        return budget != RequestBudget.UNLIMITED;
    }

    /** How long a poller that runs one script a look waits between two looks. */
    synchronized Duration scriptInterval() {
        return budget == RequestBudget.UNLIMITED
                ? UNLIMITED_INTERVAL
                : Duration.ofMillis(Math.round(1_000 / (rate(CallKind.SCRIPT) * POLLERS_PART)));
    }

    /** How long a poller that asks for this many event ranges a look waits between two looks. */
    synchronized Duration eventInterval(int ranges) {
        Duration least = Duration.ofSeconds(1);
        if (budget == RequestBudget.UNLIMITED) {
            return least;
        }
        Duration paced =
                Duration.ofMillis(
                        Math.round(1_000 * ranges / (rate(CallKind.EVENTS) * POLLERS_PART)));
        return paced.compareTo(least) > 0 ? paced : least;
    }

    private Bucket bucket(CallKind kind) {
        return Objects.requireNonNull(buckets.get(kind));
    }

    private double rate(CallKind kind) {
        return kind.publicLimit() * (pace == Pace.SETUP ? SETUP_SHARE : CALM_SHARE);
    }

    private final class Bucket {
        private final CallKind kind;
        private double tokens;
        private long filledAt;
        private long restUntil;
        private int throttledInARow;

        Bucket(CallKind kind, long now) {
            this.kind = kind;
            filledAt = now;
            restUntil = now;
            tokens = capacity();
        }

        void fill(long now) {
            tokens = Math.min(capacity(), tokens + (now - filledAt) / 1e9 * rate(kind));
            filledAt = now;
        }

        private double capacity() {
            return Math.max(1, rate(kind));
        }
    }
}
