package io.epochdesk.bls;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;

/** A signature: a point of G1 other than infinity, in the group of prime order. Immutable. */
public final class BlsSignature {

    /** Bytes of a signature as Flow writes it. */
    public static final int SIZE = G1.SIZE;

    private final long[] point;

    private BlsSignature(long[] point) {
        this.point = point;
    }

    /**
     * Reads a signature as Flow writes it, 48 bytes.
     *
     * @throws BadEncodingException whatever else the bytes are
     */
    public static BlsSignature decode(byte[] bytes) throws BadEncodingException {
        return new BlsSignature(G1.decode(bytes));
    }

    /** Reads 96 hex digits, as FlowClusterQC stores votes. */
    public static BlsSignature ofHex(String hex) throws BadEncodingException {
        return decode(Hex.bytes(hex));
    }

    static BlsSignature ofPoint(long[] affine) {
        return new BlsSignature(affine);
    }

    /** The signature as Flow writes it. */
    public byte[] encoded() {
        return G1.encode(point);
    }

    long[] point() {
        return point;
    }

    /**
     * All these in one signature; over one message, {@link BlsPublicKey#aggregate the keys'
     * aggregate} verifies it.
     *
     * @throws BadEncodingException when they add up to infinity
     * @throws IllegalArgumentException when there are none
     */
    public static BlsSignature aggregate(Collection<BlsSignature> signatures)
            throws BadEncodingException {
        if (signatures.isEmpty()) {
            throw new IllegalArgumentException("nothing to aggregate");
        }
        List<long[]> points = new ArrayList<>(signatures.size());
        signatures.forEach(signature -> points.add(signature.point));
        long[] sum = G1.sum(points);
        if (Arrays.equals(sum, new long[Blst.P1_AFFINE])) {
            throw new BadEncodingException(BadEncodingException.Reason.INFINITY);
        }
        return new BlsSignature(sum);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BlsSignature signature && Arrays.equals(point, signature.point);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(point);
    }

    /** 96 hex digits. */
    @Override
    public String toString() {
        return HexFormat.of().formatHex(encoded());
    }
}
