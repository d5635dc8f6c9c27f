package io.epochdesk.dkg;

import org.jspecify.annotations.Nullable;

/** Replaces the escapes of a JSON string by what they stand for. */
final class JsonEscapes {

    private final String raw;
    private int at;

    private JsonEscapes(String raw) {
        this.raw = raw;
    }

    /** What the text between the quotes says, or null when an escape is none. */
    static @Nullable String replaced(String raw) {
        return new JsonEscapes(raw).replaced();
    }

    private @Nullable String replaced() {
        StringBuilder unescaped = new StringBuilder(raw.length());
        while (at < raw.length()) {
            char c = raw.charAt(at++);
            if (c == '\\') {
                int escaped = escape();
                if (escaped < 0) {
                    return null;
                }
                unescaped.append((char) escaped);
            } else {
                unescaped.append(c);
            }
        }
        return unescaped.toString();
    }

    /** The character an escape stands for, or -1. */
    private int escape() {
        if (at >= raw.length()) {
            return -1;
        }
        char c = raw.charAt(at++);
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> hexEscape();
            default -> -1;
        };
    }

    private int hexEscape() {
        if (at + 4 > raw.length()) {
            return -1;
        }
        int value = 0;
        for (int end = at + 4; at < end; at++) {
            int digit = Character.digit(raw.charAt(at), 16);
            if (digit < 0) {
                return -1;
            }
            value = value << 4 | digit;
        }
        return value;
    }
}
