package io.epochdesk.ui.drawn;

/** How a stretch of a bar is filled, so that neighbours differ without colour. */
public enum Pattern {
    SOLID,
    /** Strokes rising to the right over a light ground. */
    RISING,
    /** Strokes falling to the right over a light ground. */
    FALLING,
    /** Dots over a light ground. */
    DOTTED,
    /** Only an outline. */
    HOLLOW,
    /** Outline and sparse strokes: not known. */
    UNKNOWN;

    private static final Pattern[] IN_TURN = {SOLID, RISING, DOTTED, FALLING};

    /** The pattern of the n-th of several things, from 0. */
    public static Pattern inTurn(int n) {
        return IN_TURN[n % IN_TURN.length];
    }
}
