package io.epochdesk.live;

import io.epochdesk.fault.Fault;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Optional;

/**
 * One part of a board: the last good reading, if there ever was one, and the fault that keeps it
 * from being renewed, if there is one. A failing part keeps what was last known and says since when
 * it is failing; it never blanks the others.
 *
 * @param <T> what is read
 * @param last the newest good reading, or null before the first
 * @param trouble what keeps the part from being renewed, or null while all is well
 * @param troubleSince when the trouble began, or null while all is well
 */
public record Part<T>(
        @Nullable Reading<T> last, @Nullable Fault trouble, @Nullable Instant troubleSince) {

    /** Nothing read yet, nothing failed yet. */
    public static <T> Part<T> waiting() {
        return new Part<>(null, null, null);
    }

    /** A good reading. */
    public static <T> Part<T> of(Reading<T> reading) {
        return new Part<>(reading, null, null);
    }

    /**
     * This part after a failed attempt at {@code now}: the last reading stays, the beginning of the
     * trouble too.
     */
    public Part<T> failed(Fault fault, Instant now) {
        return new Part<>(last, fault, troubleSince == null ? now : troubleSince);
    }

    public Optional<Reading<T>> reading() {
        return Optional.ofNullable(last);
    }

    public Optional<T> value() {
        return reading().map(Reading::value);
    }

    public Optional<Fault> fault() {
        return Optional.ofNullable(trouble);
    }
}
