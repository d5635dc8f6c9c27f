package io.epochdesk.cadence;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A field name, type ID or label of a kind, in its bytes and as a string. */
final class Name {

    private final byte[] bytes;
    private final String text;
    private final @Nullable ValueKind kind;

    private Name(String text) {
        this.bytes = text.getBytes(StandardCharsets.UTF_8);
        this.text = text;
        this.kind = ValueKind.of(text);
    }

    static Name of(String text) {
        return new Name(text);
    }

    String text() {
        return text;
    }

    /** The kind of value it is the label of, or null. */
    @Nullable ValueKind kind() {
        return kind;
    }

    /** Whether the name has these bytes. */
    boolean matches(byte[] other, int from, int to) {
        return Arrays.equals(bytes, 0, bytes.length, other, from, to);
    }
}
