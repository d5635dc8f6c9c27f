package io.epochdesk.live;

import java.time.Duration;
import java.time.Instant;

/**
 * How fresh a figure is, by its age on this machine's clock; decides whether it is shown plainly,
 * in grey, or as old.
 */
public enum Freshness {
    /** At most 15 s old. */
    FRESH,
    /** Older than 15 s. */
    STALE,
    /** Older than 60 s: needs attention. */
    OLD;

    /**
     * From here on a figure is stale: longer than any regular wait between two looks on a public
     * host.
     */
    public static final Duration STALE_AFTER = Duration.ofSeconds(15);

    /** From here on it is old. */
    public static final Duration OLD_AFTER = Duration.ofSeconds(60);

    /** The freshness of something of this age. */
    public static Freshness of(Duration age) {
        if (age.compareTo(OLD_AFTER) > 0) {
            return OLD;
        }
        return age.compareTo(STALE_AFTER) > 0 ? STALE : FRESH;
    }

    /** The freshness of an answer, counted from its arrival here. */
    public static Freshness of(Provenance provenance, Instant now) {
        return of(Duration.between(provenance.readAt(), now));
    }
}
