package io.epochdesk.bls;

import static io.epochdesk.bls.Blst.memory;

import io.epochdesk.bls.BadEncodingException.Reason;

/**
 * Points of the first group, where signatures and hashes lie: read, written, added. A point is
 * blst's affine form, 12 longs; all zero is infinity.
 *
 * <p>48 bytes, the usual zcash form: three header bits (compressed, infinity, sign of y), then x
 * big-endian (draft-irtf-cfrg-pairing-friendly-curves-08, onflow/crypto {@code E1_read_bytes}).
 */
final class G1 {

    static final int SIZE = 48;

    private G1() {}

    /** The point these bytes are; never infinity, always in the group. */
    static long[] decode(byte[] bytes) throws BadEncodingException {
        Headers.check(bytes, SIZE);
        long[] point = new long[Blst.P1_AFFINE];
        int error = Blst.error(Blst.P1_UNCOMPRESS, memory(point), memory(bytes));
        Headers.checkUncompressed(error);
        if (!Blst.holds(Blst.P1_AFFINE_IN_G1, memory(point))) {
            throw new BadEncodingException(Reason.NOT_IN_GROUP);
        }
        return point;
    }

    static byte[] encode(long[] affine) {
        byte[] bytes = new byte[SIZE];
        Blst.run(Blst.P1_AFFINE_COMPRESS, memory(bytes), memory(affine));
        return bytes;
    }

    static long[] toAffine(long[] point) {
        long[] affine = new long[Blst.P1_AFFINE];
        Blst.run(Blst.P1_TO_AFFINE, memory(affine), memory(point));
        return affine;
    }

    /** The sum of affine points, affine. */
    static long[] sum(Iterable<long[]> affines) {
        long[] sum = new long[Blst.P1];
        for (long[] affine : affines) {
            Blst.run(Blst.P1_ADD_AFFINE, memory(sum), memory(sum), memory(affine));
        }
        return toAffine(sum);
    }
}
