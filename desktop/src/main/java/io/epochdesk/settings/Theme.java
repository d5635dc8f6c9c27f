package io.epochdesk.settings;

/** Light or dark. */
public enum Theme {
    /** As the system has it. */
    SYSTEM,
    LIGHT,
    DARK
}
