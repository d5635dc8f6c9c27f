package io.epochdesk.rehearsal.model;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** Cadence's {@code revertibleRandom}: numbers that follow from a seed, by SHA3-256 and a count. */
final class RandomNumbers {

    private final byte[] seed;
    private long count;

    RandomNumbers(byte[] seed) {
        this.seed = seed;
    }

    /** Sixteen bytes, as {@code revertibleRandom<UInt128>().toBigEndianBytes()} has them. */
    byte[] sixteenBytes() {
        return Arrays.copyOf(next(), 16);
    }

    /** A number from 0 to below a bound: {@code revertibleRandom<UInt64>() % bound}. */
    int below(int bound) {
        return (int) Long.remainderUnsigned(ByteBuffer.wrap(next()).getLong(), bound);
    }

    private byte[] next() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA3-256");
            digest.update(seed);
            digest.update(ByteBuffer.allocate(Long.BYTES).putLong(count++).flip());
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA3-256", e);
        }
    }
}
