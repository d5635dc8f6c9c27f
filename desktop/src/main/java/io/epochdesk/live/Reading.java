package io.epochdesk.live;

import java.util.function.Function;

/**
 * A value read from the chain, with where it came from.
 *
 * @param <T> what was read
 */
public record Reading<T>(T value, Provenance provenance) {

    /** Another view of the same reading. */
    public <R> Reading<R> map(Function<? super T, ? extends R> view) {
        return new Reading<>(view.apply(value), provenance);
    }
}
