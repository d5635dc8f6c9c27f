package io.epochdesk.doctor;

import io.epochdesk.fault.Fault;
import io.epochdesk.fault.FaultException;
import io.epochdesk.live.Reading;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Something asked of the chain: the answer, or why there is none.
 *
 * @param reading the answer, or null
 * @param fault why there is none, or null
 */
record Asked<T>(@Nullable Reading<T> reading, @Nullable Fault fault) {

    /** Asks, and takes a fault as the answer. */
    static <T> Asked<T> of(Supplier<Reading<T>> question) {
        try {
            return new Asked<>(question.get(), null);
        } catch (FaultException e) {
            return new Asked<>(null, e.fault());
        }
    }

    /** Nothing had to be asked. */
    static <T> Asked<T> nothing() {
        return new Asked<>(null, null);
    }

    Optional<T> value() {
        return Optional.ofNullable(reading).map(Reading::value);
    }
}
