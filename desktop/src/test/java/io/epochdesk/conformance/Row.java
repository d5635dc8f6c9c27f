package io.epochdesk.conformance;

import java.util.List;

/**
 * A case and what was answered.
 *
 * @param name what was tried
 * @param lines the answer, as {@link Telling} tells it
 */
record Row(String name, List<String> lines) {
    Row {
        lines = List.copyOf(lines);
    }

    /** Whether it went well. */
    boolean succeeded() {
        return lines.getFirst().equals("succeeded");
    }
}
