package io.epochdesk.live;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Holds the newest value and tells whoever listens. A new listener is told the present value at
 * once, so no screen starts empty. Listeners are called on the publishing thread, in the order of
 * publication, and must be quick.
 *
 * @param <T> an immutable type
 */
public final class LatestValue<T> {

    private final List<Consumer<? super T>> listeners = new CopyOnWriteArrayList<>();
    private final Object order = new Object();
    private volatile T current;

    public LatestValue(T initial) {
        current = initial;
    }

    /** The newest value. */
    public T current() {
        return current;
    }

    /** Replaces the value and tells all listeners before it returns. */
    public void publish(T value) {
        synchronized (order) {
            current = value;
            listeners.forEach(listener -> listener.accept(value));
        }
    }

    /** Replaces the value by a function of the present one, atomically. */
    public void update(UnaryOperator<T> change) {
        synchronized (order) {
            publish(change.apply(current));
        }
    }

    /** Listens from now on, beginning with the present value, until the subscription is closed. */
    public Subscription subscribe(Consumer<? super T> listener) {
        synchronized (order) {
            listener.accept(current);
            listeners.add(listener);
        }
        return () -> listeners.remove(listener);
    }

    /** Ends a subscription; closing twice is harmless. */
    @FunctionalInterface
    public interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
