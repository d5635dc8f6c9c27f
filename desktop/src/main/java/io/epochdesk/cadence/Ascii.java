package io.epochdesk.cadence;

import java.nio.charset.StandardCharsets;

/** A stretch of ASCII text that a number or address is read from. */
final class Ascii {

    private final byte[] bytes;
    private final int from;
    private final int to;
    private final int position;

    /**
     * Bytes from one index to before another.
     *
     * @param position where the stretch stands in the whole text, for faults
     */
    Ascii(byte[] bytes, int from, int to, int position) {
        this.bytes = bytes;
        this.from = from;
        this.to = to;
        this.position = position;
    }

    int position() {
        return position;
    }

    int length() {
        return to - from;
    }

    /** Whether it starts with this character. */
    boolean startsWith(char first) {
        return from < to && bytes[from] == first;
    }

    Ascii skip(int count) {
        return new Ascii(bytes, from + count, to, position);
    }

    Ascii until(int count) {
        return new Ascii(bytes, from, from + count, position);
    }

    byte at(int index) {
        return bytes[from + index];
    }

    int digit(int index) {
        return bytes[from + index] - '0';
    }

    int indexOf(char wanted) {
        for (int i = from; i < to; i++) {
            if (bytes[i] == wanted) {
                return i - from;
            }
        }
        return -1;
    }

    /** Whether it is digits and nothing else, at least one. */
    boolean isDigits() {
        for (int i = from; i < to; i++) {
            if (bytes[i] < '0' || bytes[i] > '9') {
                return false;
            }
        }
        return from < to;
    }

    /** The value of at most 18 digits. */
    long digits() {
        long value = 0;
        for (int i = from; i < to; i++) {
            value = value * 10 + (bytes[i] - '0');
        }
        return value;
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
