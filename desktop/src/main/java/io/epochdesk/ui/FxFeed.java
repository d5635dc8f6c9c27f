package io.epochdesk.ui;

import io.epochdesk.live.LatestValue;

import javafx.beans.value.ObservableValueBase;
import javafx.util.Subscription;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The newest value of a {@link LatestValue}, seen from the FX thread. The first change shows at
 * once; later ones within {@value #SPACING_MILLIS} ms merge into one, and the last always shows. It
 * listens below only while somebody holds it open; a closed feed keeps its last value and costs
 * nothing.
 *
 * @param <T> an immutable type
 */
public final class FxFeed<T> extends ObservableValueBase<T> {

    /** At most ten changes a second reach the screen. */
    public static final long SPACING_MILLIS = 100;

    private final LatestValue<T> source;
    private final FxThread fx;
    private final AtomicBoolean hopping = new AtomicBoolean();
    private T shown;
    private int holders;
    private boolean resting;
    private boolean changedWhileResting;
    private Subscription below = Subscription.EMPTY;
    private Subscription rest = Subscription.EMPTY;

    public FxFeed(LatestValue<T> source, FxThread fx) {
        this.source = source;
        this.fx = fx;
        shown = source.current();
    }

    @Override
    public T getValue() {
        return shown;
    }

    /**
     * Keeps the feed alive until the subscription ends; may be held several times. On the FX
     * thread.
     */
    public Subscription open() {
        if (holders++ == 0) {
            below = source.subscribe(_ -> changedBelow())::close;
            show();
        }
        AtomicBoolean ended = new AtomicBoolean();
        return () -> {
            if (ended.compareAndSet(false, true) && --holders == 0) {
                below.unsubscribe();
                rest.unsubscribe();
                resting = false;
                changedWhileResting = false;
            }
        };
    }

    private void changedBelow() {
        if (hopping.compareAndSet(false, true)) {
            fx.run(this::hopped);
        }
    }

    private void hopped() {
        hopping.set(false);
        if (holders == 0) {
            return;
        }
        if (resting) {
            changedWhileResting = true;
        } else {
            show();
        }
    }

    /** Identity decides: comparing whole boards would cost more than showing one twice. */
    @SuppressWarnings("ReferenceEquality")
    private void show() {
        T newest = source.current();
        if (newest == shown) {
            return;
        }
        shown = newest;
        resting = true;
        rest = fx.after(Duration.ofMillis(SPACING_MILLIS), this::rested);
        fireValueChangedEvent();
    }

    private void rested() {
        resting = false;
        if (changedWhileResting) {
            changedWhileResting = false;
            show();
        }
    }
}
