package io.epochdesk.cadence;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;

/**
 * Names that were read before, so that the same field names and type IDs are not made again for
 * every event. Each name has one place, and its neighbour when a newcomer takes it over: the table
 * never grows, whatever a node sends. Safe for many threads at once, since entries are immutable
 * and losing one costs nothing.
 */
final class Names {

    private static final int PLACES = 1024;
    private static final int LONGEST = 128;

    private final @Nullable Name[] places = new @Nullable Name[PLACES];

    /** The name with these ASCII bytes. */
    Name of(byte[] text, int from, int to) {
        int length = to - from;
        if (length > LONGEST) {
            return Name.of(new String(text, from, length, StandardCharsets.ISO_8859_1));
        }
        int place = place(text, from, to);
        Name held = places[place];
        if (held != null && held.matches(text, from, to)) {
            return held;
        }
        Name neighbour = places[place ^ 1];
        if (neighbour != null && neighbour.matches(text, from, to)) {
            return neighbour;
        }
        Name name = Name.of(new String(text, from, length, StandardCharsets.ISO_8859_1));
        places[place ^ 1] = held;
        places[place] = name;
        return name;
    }

    // Names of one contract differ near their ends, so the last eight bytes and the length tell
    // most of them apart.
    private static int place(byte[] text, int from, int to) {
        int hash = to - from;
        for (int i = Math.max(from, to - 8); i < to; i++) {
            hash = hash * 31 + text[i];
        }
        return (hash ^ (hash >>> 10)) & (PLACES - 1);
    }
}
