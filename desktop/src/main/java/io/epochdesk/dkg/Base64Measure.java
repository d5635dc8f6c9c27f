package io.epochdesk.dkg;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Measures standard base64 text without decoding it: whether it is valid, how many bytes it stands
 * for, and the first two of them. Boards hold tens of thousands of messages of several kilobytes,
 * of which nothing else is needed at once.
 *
 * @param size number of bytes, or -1 when the text is not valid base64
 * @param first the first byte, 0 to 255, or -1 when there is none
 * @param second the second byte, 0 to 255, or -1 when there is none
 * @param length number of characters measured
 */
record Base64Measure(int size, int first, int second, int length) {

    private static final String ALPHABET =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    boolean valid() {
        return size >= 0;
    }

    /**
     * Measures the characters from one position on to the next quote; null when none comes, or
     * anything but digits and padding before it.
     */
    static @Nullable Base64Measure upToQuote(byte[] text, int from) {
        byte[] values = Digits.VALUES;
        int digits = from;
        while (digits < text.length && values[text[digits] & 0xff] >= 0) {
            digits++;
        }
        int end = digits;
        while (end < text.length && text[end] == '=') {
            end++;
        }
        return end < text.length && text[end] == '"'
                ? measured(text, from, digits - from, end - digits)
                : null;
    }

    /** Measures a text; line breaks are skipped, as Go's decoder does. */
    static Base64Measure of(String text) {
        byte[] plain = text.replace("\r", "").replace("\n", "").getBytes(StandardCharsets.UTF_8);
        byte[] quoted = Arrays.copyOf(plain, plain.length + 1);
        quoted[plain.length] = '"';
        Base64Measure measured = upToQuote(quoted, 0);
        return measured != null && measured.length == plain.length
                ? measured
                : new Base64Measure(-1, -1, -1, plain.length);
    }

    private static Base64Measure measured(byte[] text, int from, int digits, int padding) {
        int length = digits + padding;
        if (padding > 2 || length % 4 != 0 || digits % 4 == 1) {
            return new Base64Measure(-1, -1, -1, length);
        }
        int head = 0;
        for (int i = 0; i < Math.min(3, digits); i++) {
            head |= Digits.VALUES[text[from + i]] << (18 - 6 * i);
        }
        int size = (int) (digits * 6L / 8);
        return new Base64Measure(
                size, size > 0 ? head >> 16 & 0xff : -1, size > 1 ? head >> 8 & 0xff : -1, length);
    }

    /** Value of each base64 digit by its byte, -1 for all others. */
    private static final class Digits {
        static final byte[] VALUES = values();

        private static byte[] values() {
            byte[] values = new byte[256];
            Arrays.fill(values, (byte) -1);
            for (int i = 0; i < ALPHABET.length(); i++) {
                values[ALPHABET.charAt(i)] = (byte) i;
            }
            return values;
        }
    }
}
