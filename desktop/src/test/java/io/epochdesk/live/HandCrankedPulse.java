package io.epochdesk.live;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/** A pulse for tests: it looks when the test cranks it, on the test's own thread. */
public final class HandCrankedPulse implements Pulse {

    private volatile @Nullable Look look;
    private int hurries;
    private boolean closed;

    @Override
    public void start(Look first) {
        look = first;
    }

    @Override
    public void hurry() {
        hurries++;
    }

    @Override
    public void close() {
        closed = true;
    }

    /** Looks once and answers how long the look wants to wait. */
    public Duration crank() throws InterruptedException {
        return requireNonNull(look, "not started").look();
    }

    /** How often a look was asked for ahead of time. */
    public int hurries() {
        return hurries;
    }

    /** Whether it was started, on whichever thread. */
    public boolean isStarted() {
        return look != null;
    }

    public boolean isClosed() {
        return closed;
    }
}
