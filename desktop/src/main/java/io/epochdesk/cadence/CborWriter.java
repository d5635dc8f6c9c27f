package io.epochdesk.cadence;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes the CBOR that {@link CborReader} reads, each item in its one deterministic form. */
final class CborWriter {

    private static final int UNSIGNED = 0;
    private static final int NEGATIVE = 1;
    private static final int BYTES = 2;
    private static final int TEXT = 3;
    private static final int ARRAY = 4;
    private static final int TAG = 6;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /** All that was written. */
    byte[] bytes() {
        return out.toByteArray();
    }

    void tag(int number) {
        head(TAG, number);
    }

    void array(int count) {
        head(ARRAY, count);
    }

    void nil() {
        out.write(0xF6);
    }

    void bool(boolean value) {
        out.write(value ? 0xF5 : 0xF4);
    }

    /** An unsigned integer; a negative number stands for one from 2^63 on. */
    void unsigned(long value) {
        head(UNSIGNED, value);
    }

    /** An integer of either sign. */
    void signed(long value) {
        head(value < 0 ? NEGATIVE : UNSIGNED, value < 0 ? ~value : value);
    }

    void text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        head(TEXT, bytes.length);
        out.writeBytes(bytes);
    }

    void bytes(byte[] bytes) {
        head(BYTES, bytes.length);
        out.writeBytes(bytes);
    }

    /** A small number as a byte string. */
    void index(int index) {
        bytes(magnitude(BigInteger.valueOf(index)));
    }

    void bignum(BigInteger value) {
        out.write(value.signum() < 0 ? 0xC3 : 0xC2);
        bytes(magnitude(value.signum() < 0 ? value.not() : value));
    }

    /** Items that were written before. */
    void raw(byte[] items) {
        out.writeBytes(items);
    }

    private static byte[] magnitude(BigInteger value) {
        byte[] bytes = value.toByteArray();
        int from = bytes[0] == 0 ? 1 : 0;
        return Arrays.copyOfRange(bytes, from, bytes.length);
    }

    private void head(int major, long argument) {
        int first = major << 5;
        if (Long.compareUnsigned(argument, 24) < 0) {
            out.write(first | (int) argument);
            return;
        }
        int power = 0;
        while (power < 3 && argument >>> (8 << power) != 0) {
            power++;
        }
        out.write(first | (24 + power));
        for (int shift = (8 << power) - 8; shift >= 0; shift -= 8) {
            out.write((int) (argument >>> shift));
        }
    }
}
