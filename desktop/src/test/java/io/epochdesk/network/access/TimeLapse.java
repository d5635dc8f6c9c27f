package io.epochdesk.network.access;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** A time in which everything happens so many times as fast. */
final class TimeLapse implements Timekeeper {

    private final long start = System.nanoTime();
    private final int factor;

    TimeLapse(int factor) {
        this.factor = factor;
    }

    @Override
    public long nanos() {
        return (System.nanoTime() - start) * factor;
    }

    @Override
    public Instant now() {
        return Instant.EPOCH.plusNanos(nanos());
    }

    @Override
    public void sleep(Duration time) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(toRealNanos(time));
    }

    @Override
    public long toRealNanos(Duration time) {
        return Math.max(1, time.toNanos() / factor);
    }
}
