package io.epochdesk.cadence;

import io.epochdesk.fault.CadenceFault;
import io.epochdesk.fault.CadenceFault.Kind;

import java.nio.charset.StandardCharsets;

/**
 * Writes JSON: the order of keys is its caller's, commas and quoting are its own. What no decoder
 * would take for its depth is refused.
 */
final class JsonWriter {

    private final StringBuilder out = new StringBuilder(256);
    private boolean comma;
    private int depth;

    JsonWriter open(char bracket) {
        if (++depth > Limits.MOST_DEPTH) {
            throw CadenceFault.of(
                    Kind.TOO_DEEP, "while encoding", "limit", Integer.toString(Limits.MOST_DEPTH));
        }
        separate();
        out.append(bracket);
        comma = false;
        return this;
    }

    JsonWriter close(char bracket) {
        depth--;
        out.append(bracket);
        comma = true;
        return this;
    }

    JsonWriter key(String key) {
        separate();
        quote(key);
        out.append(':');
        comma = false;
        return this;
    }

    JsonWriter string(String text) {
        separate();
        quote(text);
        comma = true;
        return this;
    }

    /** Writes a number, a literal or a piece of JSON as it is. */
    JsonWriter raw(String json) {
        separate();
        out.append(json);
        comma = true;
        return this;
    }

    /** A key with a string. */
    JsonWriter member(String key, String text) {
        return key(key).string(text);
    }

    byte[] bytes() {
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void separate() {
        if (comma) {
            out.append(',');
        }
    }

    private void quote(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> out.append('\\').append(c);
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < ' ') {
                        out.append("\\u00")
                                .append(Character.forDigit(c >> 4, 16))
                                .append(Character.forDigit(c & 15, 16));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
