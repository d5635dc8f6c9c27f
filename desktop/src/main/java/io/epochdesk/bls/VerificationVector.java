package io.epochdesk.bls;

import static io.epochdesk.bls.Blst.memory;

import io.epochdesk.bls.BadEncodingException.Reason;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What a dealer publishes of its polynomial P: the points Aₖ = g₂·aₖ for each of the t + 1
 * coefficients. From it everybody knows the public side Q(i + 1) = g₂·P(i + 1) of every node's
 * share. Immutable.
 */
public final class VerificationVector {

    /** Affine points, A₀ first. */
    private final long[][] points;

    private VerificationVector(long[][] points) {
        this.points = points;
    }

    /** Bytes of a vector in a run, without the kind byte. */
    public static int sizeIn(DkgInstance instance) {
        return (instance.threshold() + 1) * G2.SIZE;
    }

    /**
     * Reads t + 1 points of 96 bytes. A coefficient may be infinity. The points are shared out
     * among processors: each costs a square root and a group check.
     *
     * @throws BadEncodingException for another length or the first bad point
     */
    public static VerificationVector decode(byte[] bytes, DkgInstance instance)
            throws BadEncodingException {
        if (bytes.length != sizeIn(instance)) {
            throw new BadEncodingException(Reason.WRONG_LENGTH);
        }
        int count = instance.threshold() + 1;
        long[][] points = new long[count][];
        Reason[] reasons = new Reason[count];
        IntStream.range(0, count)
                .parallel()
                .forEach(
                        k -> {
                            try {
                                points[k] =
                                        G2.decodeCoefficient(
                                                Arrays.copyOfRange(
                                                        bytes, k * G2.SIZE, (k + 1) * G2.SIZE));
                            } catch (BadEncodingException e) {
                                reasons[k] = e.reason();
                            }
                        });
        for (Reason reason : reasons) {
            if (reason != null) {
                throw new BadEncodingException(reason);
            }
        }
        return new VerificationVector(points);
    }

    static VerificationVector ofPoints(long[][] affines) {
        return new VerificationVector(affines);
    }

    /** The points one after the other, as Flow writes them. */
    public byte[] encoded() {
        byte[] bytes = new byte[points.length * G2.SIZE];
        for (int k = 0; k < points.length; k++) {
            System.arraycopy(G2.encode(points[k]), 0, bytes, k * G2.SIZE, G2.SIZE);
        }
        return bytes;
    }

    /** Whether this is the share the dealer owes the node with this index: g₂·share = Q(i + 1). */
    public boolean fits(BlsSecretKey share, int node) {
        return fits(share.publicPoint(), node);
    }

    /** The same by the share's public side, an affine point. */
    boolean fits(long[] publicShare, int node) {
        long[][] coefficients = new long[points.length][];
        Arrays.setAll(coefficients, k -> G2.fromAffine(points[k]));
        return Blst.holds(
                Blst.P2_IS_EQUAL,
                memory(G2Polynomial.at(coefficients, node + 1)),
                memory(G2.fromAffine(publicShare)));
    }

    int size() {
        return points.length;
    }

    long[] point(int k) {
        return points[k];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerificationVector vector
                && Arrays.deepEquals(points, vector.points);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(points);
    }
}
