package io.epochdesk.network.access;

import java.time.Duration;
import java.time.Instant;

/** A time that stands still until somebody sleeps in it or turns its hands. */
final class HandClock implements Timekeeper {

    private long nanos;

    @Override
    public synchronized long nanos() {
        return nanos;
    }

    @Override
    public synchronized Instant now() {
        return Instant.EPOCH.plusNanos(nanos);
    }

    @Override
    public synchronized void sleep(Duration time) {
        nanos += time.toNanos();
    }

    synchronized void turn(Duration time) {
        nanos += time.toNanos();
    }
}
