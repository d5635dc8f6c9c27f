package io.epochdesk.cadence;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;

/**
 * A field name, type ID or label of a kind, in its bytes and as a string.
 *
 * @param kind the kind of value it is the label of, or null
 */
record Name(byte[] bytes, String text, @Nullable ValueKind kind) {

    static Name of(String text) {
        return new Name(text.getBytes(StandardCharsets.UTF_8), text, ValueKind.of(text));
    }
}
