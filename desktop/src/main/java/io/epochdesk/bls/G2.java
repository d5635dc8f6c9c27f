package io.epochdesk.bls;

import static io.epochdesk.bls.Blst.memory;

import io.epochdesk.bls.BadEncodingException.Reason;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * Points of the second group, where public keys lie: read, written, added. A point is blst's affine
 * form, 24 longs, or its Jacobian form, 36 longs; all zero is infinity in both.
 *
 * <p>96 bytes: as zcash's form, but x is written c0 ‖ c1 where zcash and blst write c1 ‖ c0; the
 * header bits stay in the first byte (onflow/crypto {@code E2_write_bytes}).
 */
final class G2 {

    static final int SIZE = 96;
    private static final int HALF = SIZE / 2;

    private G2() {}

    /** The point these bytes are, in the group and not infinity. */
    static long[] decode(byte[] bytes) throws BadEncodingException {
        Headers.check(bytes, SIZE);
        return finite(bytes);
    }

    /**
     * The point these bytes are in a verification vector, where infinity is allowed: a coefficient
     * may be zero.
     *
     * <p>onflow/crypto looks at all bytes of an infinity but the last ({@code E2_read_bytes}). What
     * the nodes accept decides who is disqualified, so the same is accepted here, and only here.
     */
    static long[] decodeCoefficient(byte[] bytes) throws BadEncodingException {
        Headers.checkForm(bytes, SIZE);
        if (!Headers.isInfinity(bytes)) {
            return finite(bytes);
        }
        if (!Headers.isPadded(bytes, SIZE - 1)) {
            throw new BadEncodingException(Reason.NOT_CANONICAL);
        }
        return new long[Blst.P2_AFFINE];
    }

    private static long[] finite(byte[] bytes) throws BadEncodingException {
        if ((bytes[HALF] & Headers.ALL) != 0) {
            // not below the modulus, and in the way of the header bits once the halves are swapped
            throw new BadEncodingException(Reason.NOT_CANONICAL);
        }
        long[] point = new long[Blst.P2_AFFINE];
        int error = Blst.error(Blst.P2_UNCOMPRESS, memory(point), memory(swapped(bytes)));
        Headers.checkUncompressed(error);
        if (!Blst.holds(Blst.P2_AFFINE_IN_G2, memory(point))) {
            throw new BadEncodingException(Reason.NOT_IN_GROUP);
        }
        return point;
    }

    static byte[] encode(long[] affine) {
        byte[] bytes = new byte[SIZE];
        Blst.run(Blst.P2_AFFINE_COMPRESS, memory(bytes), memory(affine));
        return swapped(bytes);
    }

    /** From Flow's order of halves to blst's, or back. */
    private static byte[] swapped(byte[] bytes) {
        int headers = bytes[0] & Headers.ALL;
        byte[] swapped = new byte[SIZE];
        System.arraycopy(bytes, HALF, swapped, 0, HALF);
        System.arraycopy(bytes, 0, swapped, HALF, HALF);
        swapped[HALF] &= (byte) ~Headers.ALL;
        swapped[0] |= (byte) headers;
        return swapped;
    }

    static boolean isInfinity(long[] point) {
        // affine: x and y; Jacobian: z decides
        long rest = 0;
        for (int i = point.length == Blst.P2 ? Blst.P2_AFFINE : 0; i < point.length; i++) {
            rest |= point[i];
        }
        return rest == 0;
    }

    static long[] toAffine(long[] point) {
        long[] affine = new long[Blst.P2_AFFINE];
        Blst.run(Blst.P2_TO_AFFINE, memory(affine), memory(point));
        return affine;
    }

    static long[] fromAffine(long[] affine) {
        long[] point = new long[Blst.P2];
        Blst.run(Blst.P2_FROM_AFFINE, memory(point), memory(affine));
        return point;
    }

    /** All points affine, with one inversion for all of them. Infinity stays infinity. */
    static long[][] toAffine(long[][] points) {
        long[][] affines = new long[points.length][];
        int finite = 0;
        for (long[] point : points) {
            finite += isInfinity(point) ? 0 : 1;
        }
        if (finite > 0) {
            toAffine(points, affines, finite);
        }
        for (int i = 0; i < affines.length; i++) {
            if (affines[i] == null) {
                affines[i] = new long[Blst.P2_AFFINE];
            }
        }
        return affines;
    }

    private static void toAffine(long[][] points, long[][] affines, int finite) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment from = arena.allocate((long) finite * Blst.P2 * Long.BYTES, 8);
            MemorySegment to = arena.allocate((long) finite * Blst.P2_AFFINE * Long.BYTES, 8);
            // one pointer and a null: the points follow each other in memory
            MemorySegment pointers = arena.allocate(2L * ValueLayout.ADDRESS.byteSize(), 8);
            pointers.set(ValueLayout.ADDRESS, 0, from);
            int at = 0;
            for (long[] point : points) {
                if (!isInfinity(point)) {
                    MemorySegment.copy(
                            point,
                            0,
                            from,
                            ValueLayout.JAVA_LONG,
                            (long) at++ * Blst.P2 * Long.BYTES,
                            Blst.P2);
                }
            }
            Blst.toAffine(to, pointers, finite);
            at = 0;
            for (int i = 0; i < points.length; i++) {
                if (!isInfinity(points[i])) {
                    affines[i] = new long[Blst.P2_AFFINE];
                    MemorySegment.copy(
                            to,
                            ValueLayout.JAVA_LONG,
                            (long) at++ * Blst.P2_AFFINE * Long.BYTES,
                            affines[i],
                            0,
                            Blst.P2_AFFINE);
                }
            }
        }
    }

    /** Adds an affine point to a sum in place. */
    static void add(long[] sum, long[] affine) {
        Blst.run(Blst.P2_ADD_AFFINE, memory(sum), memory(sum), memory(affine));
    }

    /** Takes an affine point off a sum in place. */
    static void subtract(long[] sum, long[] affine) {
        long[] negative = fromAffine(affine);
        Blst.negate(Blst.P2_NEGATE, memory(negative));
        Blst.run(Blst.P2_ADD, memory(sum), memory(sum), memory(negative));
    }

    /** The sum of affine points, affine. */
    static long[] sum(Iterable<long[]> affines) {
        long[] sum = new long[Blst.P2];
        for (long[] affine : affines) {
            add(sum, affine);
        }
        return toAffine(sum);
    }
}
