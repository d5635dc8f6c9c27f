package io.epochdesk.ui;

import javafx.beans.value.ObservableValueBase;
import javafx.util.Subscription;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The time on the FX thread, moving once a second while somebody holds it open: ages and countdowns
 * follow it.
 */
public final class FxClock extends ObservableValueBase<Instant> {

    private static final Duration TICK = Duration.ofSeconds(1);

    private final InstantSource time;
    private final FxThread fx;
    private Instant now;
    private int holders;
    private Subscription next = Subscription.EMPTY;

    public FxClock(InstantSource time, FxThread fx) {
        this.time = time;
        this.fx = fx;
        now = time.instant();
    }

    @Override
    public Instant getValue() {
        return now;
    }

    /**
     * Keeps the clock going until the subscription ends; may be held several times. On the FX
     * thread.
     */
    public Subscription open() {
        if (holders++ == 0) {
            tick();
        }
        AtomicBoolean ended = new AtomicBoolean();
        return () -> {
            if (ended.compareAndSet(false, true) && --holders == 0) {
                next.unsubscribe();
            }
        };
    }

    private void tick() {
        now = time.instant();
        next = fx.after(TICK, this::tick);
        fireValueChangedEvent();
    }
}
