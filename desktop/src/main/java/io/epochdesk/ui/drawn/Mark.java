package io.epochdesk.ui.drawn;

/** Shapes that stand beside a colour, so that colour is never the only sign. */
public enum Mark {
    /** A tick. */
    CHECK,
    /** A diagonal cross. */
    CROSS,
    /** A filled circle. */
    DOT,
    /** A hollow circle. */
    RING,
    /** A short dash: nothing, and nothing expected. */
    DASH,
    /** A triangle with an exclamation mark. */
    WARNING,
    /** A circle with a stroke through it: empty on purpose. */
    EMPTY,
    /** A star: the operator's own. */
    STAR
}
