package io.epochdesk.rehearsal.play;

import java.time.Duration;

/**
 * Tells which view network time has come to, from the machine's clock and the speed. Time that the
 * machine could not keep up with is let go, so that a slow machine plays slower and never jumps.
 */
final class Pace {

    private static final long MOST_DEBT = Duration.ofSeconds(1).toNanos();
    private static final long VIEW = Calendar.VIEW.toNanos();

    private long anchorNanos;
    private long anchorView;
    private int speed;

    Pace(long nanos, long view, int speed) {
        this.anchorNanos = nanos;
        this.anchorView = view;
        this.speed = speed;
    }

    /** Goes on from here. */
    void anchor(long nanos, long view) {
        anchorNanos = nanos;
        anchorView = view;
    }

    /** Goes on from here, at another speed. */
    void speed(long nanos, long view, int times) {
        anchor(nanos, view);
        speed = times;
    }

    /** How many times as fast as mainnet. */
    int speed() {
        return speed;
    }

    /** When a view is due; at or before {@code now} when it is. */
    long due(long view) {
        return anchorNanos + (view - anchorView) * VIEW / speed;
    }

    /** Lets go of what cannot be made up for. */
    void forgive(long nanos, long view) {
        if (nanos - due(view) > MOST_DEBT) {
            anchor(nanos, view);
        }
    }
}
