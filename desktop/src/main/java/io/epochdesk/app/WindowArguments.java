package io.epochdesk.app;

import java.util.List;
import java.util.Set;

/**
 * What the window can be told when it starts. Apart from the window's own class, so that a headless
 * command can tell that it is not meant without loading JavaFX, which it does not have.
 */
final class WindowArguments {

    /** Opens the window on a rehearsal. */
    static final String REHEARSE = "--rehearsal";

    /** Makes the window show each page once and close. */
    static final String TOUR = "--tour";

    /** Makes the window close once it was painted for the first time, before anything is in it. */
    static final String FIRST_FRAME = "--first-frame";

    private static final Set<String> ALL = Set.of(REHEARSE, TOUR, FIRST_FRAME);

    private WindowArguments() {}

    /** Whether nothing but the window is meant: no argument, or only those of the window. */
    static boolean meant(List<String> arguments) {
        return ALL.containsAll(arguments);
    }
}
