package io.epochdesk.doctor;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * The setup in which a finding matters.
 *
 * @param when how it lies to now
 * @param epoch counter of the epoch that is set up; 0 when not even that is known
 * @param at when it opens or must be done, by the measured view rate; null when there is no rate
 */
public record Moment(When when, long epoch, @Nullable Instant at) {

    /** How a setup lies to now. */
    public enum When {
        /** It opens at the end of the auction. */
        OPENS,
        /** It is open and must be done by the commit deadline. */
        IS_OPEN,
        /** The epoch could not be read. */
        NOT_KNOWN
    }

    /** The moment when nothing is known of the epoch. */
    public static final Moment UNKNOWN = new Moment(When.NOT_KNOWN, 0, null);
}
