package io.epochdesk.cadence;

import java.nio.charset.StandardCharsets;

/**
 * A stretch of text that a number or address is read from. One is enough for a whole decoding: it
 * is laid over one token after the other.
 */
final class Ascii {

    private byte[] bytes = new byte[0];
    private int from;
    private int to;
    private int position;

    /**
     * Lays it over bytes from one index to before another.
     *
     * @param newPosition where the stretch stands in the whole text, for faults
     */
    void lay(byte[] newBytes, int newFrom, int newTo, int newPosition) {
        bytes = newBytes;
        from = newFrom;
        to = newTo;
        position = newPosition;
    }

    int position() {
        return position;
    }

    int length() {
        return to - from;
    }

    byte at(int index) {
        return bytes[from + index];
    }

    /** Whether it starts with a minus. */
    boolean isNegative() {
        return from < to && bytes[from] == '-';
    }

    /** The index of the first point, or the length when it has none. */
    int point() {
        int at = from;
        while (at < to && bytes[at] != '.') {
            at++;
        }
        return at - from;
    }

    /** Whether digits and nothing else stand between two indices, at least one. */
    boolean isDigits(int first, int end) {
        for (int i = from + first; i < from + end; i++) {
            if (bytes[i] < '0' || bytes[i] > '9') {
                return false;
            }
        }
        return first < end;
    }

    /** Appends the digits between two indices to a number; 18 digits in all never overflow. */
    long append(long number, int first, int end) {
        long result = number;
        for (int i = from + first; i < from + end; i++) {
            result = result * 10 + (bytes[i] - '0');
        }
        return result;
    }

    /** At most 100 characters of it, for faults. */
    String excerpt() {
        String text = new String(bytes, from, Math.min(length(), 100), StandardCharsets.ISO_8859_1);
        return length() > 100 ? text + "…" : text;
    }

    @Override
    public String toString() {
        return new String(bytes, from, length(), StandardCharsets.ISO_8859_1);
    }
}
