package io.epochdesk.cadence;

import java.nio.charset.StandardCharsets;

/**
 * Turns the strings of a JSON text, whose ends and escapes were checked before, into Java strings.
 */
final class JsonText {

    private byte[] unescaped = new byte[0];

    /**
     * The string between these positions.
     *
     * @param flags of {@link JsonStrings#end}
     */
    String string(byte[] text, int from, int to, int flags) {
        boolean ascii = (flags & JsonStrings.BEYOND_ASCII) == 0;
        var charset = ascii ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
        if ((flags & JsonStrings.ESCAPED) == 0) {
            return new String(text, from, to - from, charset);
        }
        if (unescaped.length < to - from) {
            unescaped = new byte[Math.max(1024, to - from)];
        }
        return new String(unescaped, 0, unescape(text, from, to), charset);
    }

    /** How much memory is held for the next string. */
    int held() {
        return unescaped.length;
    }

    private int unescape(byte[] text, int from, int to) {
        int end = 0;
        int at = from;
        while (at < to) {
            int plain = JsonStrings.plain(text, at, to);
            while (plain < to && text[plain] != '\\') {
                plain = JsonStrings.plain(text, plain + 1, to);
            }
            System.arraycopy(text, at, unescaped, end, plain - at);
            end += plain - at;
            at = plain;
            if (at < to) {
                byte escape = text[at + 1];
                if (escape == 'u') {
                    int codePoint = JsonStrings.codePoint(text, at, to);
                    end = utf8(codePoint, end);
                    at += Character.isSupplementaryCodePoint(codePoint) ? 12 : 6;
                } else {
                    unescaped[end++] = character(escape);
                    at += 2;
                }
            }
        }
        return end;
    }

    private static byte character(byte escape) {
        return switch (escape) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> escape;
        };
    }

    // An escape is never shorter than its character in UTF-8, so the room of the escaped text is
    // enough.
    private int utf8(int codePoint, int end) {
        byte[] bytes = Character.toString(codePoint).getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, unescaped, end, bytes.length);
        return end + bytes.length;
    }
}
