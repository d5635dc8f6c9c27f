package io.epochdesk.dkg;

import java.util.Arrays;

/**
 * Measures standard base64 text without decoding it: whether it is valid, how many bytes it stands
 * for, and the first two of them. Boards hold tens of thousands of messages of several kilobytes,
 * of which nothing else is needed at once.
 *
 * @param size number of bytes, or -1 when the text is not valid base64
 * @param first the first byte, 0 to 255, or -1 when there is none
 * @param second the second byte, 0 to 255, or -1 when there is none
 */
record Base64Measure(int size, int first, int second) {

    private static final Base64Measure INVALID = new Base64Measure(-1, -1, -1);
    private static final String ALPHABET =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    boolean valid() {
        return size >= 0;
    }

    /**
     * Measures the characters between two positions; line breaks are skipped, as Go's decoder does.
     */
    static Base64Measure of(String text, int from, int to) {
        int digits = 0;
        int padding = 0;
        int head = 0;
        for (int at = from; at < to; at++) {
            char c = text.charAt(at);
            if (c == '\r' || c == '\n') {
                continue;
            }
            if (c == '=') {
                padding++;
                continue;
            }
            int value = c < 128 ? Digits.VALUES[c] : -1;
            if (value < 0 || padding > 0) {
                return INVALID;
            }
            if (digits < 3) {
                head |= value << (18 - 6 * digits);
            }
            digits++;
        }
        if (padding > 2 || (digits + padding) % 4 != 0 || digits % 4 == 1) {
            return INVALID;
        }
        int size = (int) (digits * 6L / 8);
        return new Base64Measure(
                size, size > 0 ? head >> 16 & 0xff : -1, size > 1 ? head >> 8 & 0xff : -1);
    }

    /** Value of each base64 digit by its character, -1 for all others. */
    private static final class Digits {
        static final byte[] VALUES = values();

        private static byte[] values() {
            byte[] values = new byte[128];
            Arrays.fill(values, (byte) -1);
            for (int i = 0; i < ALPHABET.length(); i++) {
                values[ALPHABET.charAt(i)] = (byte) i;
            }
            return values;
        }
    }
}
