package io.epochdesk.ui.palette;

import java.util.List;

/**
 * A command that fits what was typed.
 *
 * @param score how well; larger is better
 * @param found the letters of its title that were typed, in the order they were typed
 */
record Match(Command command, int score, List<Range> found) {

    Match {
        found = List.copyOf(found);
    }

    /** Letters from {@code start} to before {@code end}. */
    record Range(int start, int end) {}

    /** Whether a letter of the title was typed. */
    boolean isTyped(int letter) {
        return found.stream().anyMatch(range -> letter >= range.start() && letter < range.end());
    }
}
