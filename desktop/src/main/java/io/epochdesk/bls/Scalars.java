package io.epochdesk.bls;

import static io.epochdesk.bls.Blst.memory;

import io.epochdesk.bls.BadEncodingException.Reason;

import java.util.Arrays;

/** Scalars modulo the order of the groups: 32 bytes, little-endian here, big-endian outside. */
final class Scalars {

    /** Longs of a scalar in blst's arithmetic form. */
    private static final int FR = 4;

    private Scalars() {}

    /**
     * Reads 32 bytes big-endian, a number from 1 to the order less one (onflow/crypto {@code
     * readScalarFrStar}).
     */
    static byte[] decode(byte[] bytes) throws BadEncodingException {
        if (bytes.length != Blst.SCALAR_BYTES) {
            throw new BadEncodingException(Reason.WRONG_LENGTH);
        }
        byte[] scalar = new byte[Blst.SCALAR_BYTES];
        Blst.run(Blst.SCALAR_FROM_BENDIAN, memory(scalar), memory(bytes));
        if (!isValid(scalar)) {
            Arrays.fill(scalar, (byte) 0);
            throw new BadEncodingException(Reason.SCALAR_OUT_OF_RANGE);
        }
        return scalar;
    }

    static boolean isValid(byte[] scalar) {
        return Blst.holds(Blst.SK_CHECK, memory(scalar));
    }

    static byte[] encode(byte[] scalar) {
        byte[] bytes = new byte[Blst.SCALAR_BYTES];
        Blst.run(Blst.BENDIAN_FROM_SCALAR, memory(bytes), memory(scalar));
        return bytes;
    }

    /** The polynomial with these coefficients, a₀ first, at a small x. */
    static byte[] polynomialAt(byte[][] coefficients, int x) {
        long[] point = element(small(x));
        long[] sum = new long[FR];
        for (int k = coefficients.length - 1; k >= 0; k--) {
            Blst.run(Blst.FR_MUL, memory(sum), memory(sum), memory(point));
            add(sum, coefficients[k]);
        }
        return scalar(sum);
    }

    /** The sum of scalars. */
    static byte[] sum(Iterable<byte[]> scalars) {
        long[] sum = new long[FR];
        for (byte[] scalar : scalars) {
            add(sum, scalar);
        }
        return scalar(sum);
    }

    private static void add(long[] sum, byte[] scalar) {
        long[] element = element(scalar);
        Blst.run(Blst.FR_ADD, memory(sum), memory(sum), memory(element));
        Arrays.fill(element, 0);
    }

    private static long[] element(byte[] scalar) {
        long[] element = new long[FR];
        Blst.run(Blst.FR_FROM_SCALAR, memory(element), memory(scalar));
        return element;
    }

    /** Wipes the element it converts. */
    private static byte[] scalar(long[] element) {
        byte[] scalar = new byte[Blst.SCALAR_BYTES];
        Blst.run(Blst.SCALAR_FROM_FR, memory(scalar), memory(element));
        Arrays.fill(element, 0);
        return scalar;
    }

    private static byte[] small(int value) {
        byte[] scalar = new byte[Blst.SCALAR_BYTES];
        scalar[0] = (byte) value;
        scalar[1] = (byte) (value >>> 8);
        return scalar;
    }
}
