package io.epochdesk.cadence;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Finds the end of JSON strings and checks them on the way: escapes, control characters, UTF-8 and
 * surrogate pairs. Plain characters are taken eight at a time.
 */
final class JsonStrings {

    /** Set in the result of {@link #end} when the string has escapes. */
    static final int ESCAPED = 1 << 30;

    /**
     * Set in the result of {@link #end} when the string has characters beyond ASCII, written out or
     * as escapes.
     */
    static final int BEYOND_ASCII = 1 << 29;

    /** Masks the position in the result of {@link #end}. */
    static final int POSITION = BEYOND_ASCII - 1;

    private static final VarHandle EIGHT =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long TOPS = ONES << 7;

    private JsonStrings() {}

    /**
     * The position of the closing quote, with flags.
     *
     * @param from the position after the opening quote
     */
    static int end(byte[] text, int from, int length) {
        int at = from;
        int flags = 0;
        while (true) {
            at = plain(text, at, length);
            if (at >= length) {
                throw Malformed.at(length, "the string has no end");
            }
            byte next = text[at];
            if (next == '"') {
                return at | flags;
            }
            if (next == '\\') {
                flags |= ESCAPED;
                int width = escape(text, at, length);
                if (width >= 6 && codePoint(text, at, length) > 0x7F) {
                    flags |= BEYOND_ASCII;
                }
                at += width;
            } else if (next < 0) {
                flags |= BEYOND_ASCII;
                at += sequence(text, at, length);
            } else {
                throw Malformed.at(at, "a string holds a control character");
            }
        }
    }

    /**
     * The first position that holds a quote, a backslash, a control character or a byte beyond
     * ASCII, or {@code length}.
     */
    static int plain(byte[] text, int from, int length) {
        int at = from;
        for (; at + Long.BYTES <= length; at += Long.BYTES) {
            long eight = (long) EIGHT.get(text, at);
            long quotes = eight ^ (ONES * '"');
            long backslashes = eight ^ (ONES * '\\');
            // A byte's top bit is set here when it is a quote, a backslash, below the blank, or
            // beyond ASCII. Borrows spoil only bytes above the first hit, and only that counts.
            long hits =
                    (((quotes - ONES) & ~quotes)
                                    | ((backslashes - ONES) & ~backslashes)
                                    | ((eight - ONES * ' ') & ~eight)
                                    | eight)
                            & TOPS;
            if (hits != 0) {
                return at + (Long.numberOfTrailingZeros(hits) >>> 3);
            }
        }
        while (at < length && text[at] >= ' ' && text[at] != '"' && text[at] != '\\') {
            at++;
        }
        return at;
    }

    /**
     * The length of the escape at this backslash, a pair of surrogates taken together: 2, 6 or 12.
     */
    private static int escape(byte[] text, int at, int length) {
        if (at + 1 >= length) {
            throw Malformed.at(length, "the string has no end");
        }
        return switch (text[at + 1]) {
            case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> 2;
            case 'u' -> Character.isSupplementaryCodePoint(codePoint(text, at, length)) ? 12 : 6;
            default -> throw Malformed.at(at, "the string has an unknown escape");
        };
    }

    /** The code point of a {@code \}{@code u} escape, or of a pair of them. */
    static int codePoint(byte[] text, int at, int length) {
        int unit = unit(text, at, length);
        if (unit < Character.MIN_SURROGATE || unit > Character.MAX_SURROGATE) {
            return unit;
        }
        int pair = at + 6;
        if (unit > Character.MAX_HIGH_SURROGATE
                || pair + 1 >= length
                || text[pair] != '\\'
                || text[pair + 1] != 'u') {
            throw Malformed.at(at, "a surrogate stands alone");
        }
        int low = unit(text, pair, length);
        if (low < Character.MIN_LOW_SURROGATE || low > Character.MAX_LOW_SURROGATE) {
            throw Malformed.at(at, "a surrogate stands alone");
        }
        return Character.toCodePoint((char) unit, (char) low);
    }

    private static int unit(byte[] text, int at, int length) {
        if (at + 6 > length) {
            throw Malformed.at(length, "the string has no end");
        }
        int unit = 0;
        for (int i = at + 2; i < at + 6; i++) {
            int digit = Character.digit(text[i], 16);
            if (digit < 0) {
                throw Malformed.at(at, "an escape needs four hex digits");
            }
            unit = (unit << 4) | digit;
        }
        return unit;
    }

    /** Whether all bytes are ASCII. */
    static boolean isAscii(byte[] text, int from, int to) {
        long bits = 0;
        int at = from;
        for (; at + Long.BYTES <= to; at += Long.BYTES) {
            bits |= (long) EIGHT.get(text, at);
        }
        for (; at < to; at++) {
            bits |= text[at];
        }
        return (bits & TOPS) == 0;
    }

    /** Refuses bytes that are not UTF-8. */
    static void requireUtf8(byte[] text, int from, int to) {
        int at = from;
        while (at < to) {
            at += text[at] < 0 ? sequence(text, at, to) : 1;
        }
    }

    /**
     * The length of the UTF-8 sequence that starts here; overlong forms, surrogates and more than
     * U+10FFFF are refused.
     */
    private static int sequence(byte[] text, int at, int length) {
        int first = text[at] & 0xFF;
        int size = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
        if (first < 0xC2 || first > 0xF4 || at + size > length) {
            throw Malformed.at(at, "the text is not UTF-8");
        }
        int second = text[at + 1] & 0xFF;
        int least = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
        int most = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
        boolean sound = second >= least && second <= most;
        for (int i = at + 2; i < at + size; i++) {
            sound &= (text[i] & 0xC0) == 0x80;
        }
        if (!sound) {
            throw Malformed.at(at, "the text is not UTF-8");
        }
        return size;
    }
}
