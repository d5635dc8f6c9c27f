package io.epochdesk.bls;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;

/**
 * A public key: a point of G2 other than infinity, in the group of prime order. Immutable; decoding
 * is what costs (a square root and the group check), so keep the object rather than the bytes.
 */
public final class BlsPublicKey {

    /** Bytes of a key as Flow writes it. */
    public static final int SIZE = G2.SIZE;

    private final long[] point;
    private final byte[] encoded;

    private BlsPublicKey(long[] point, byte[] encoded) {
        this.point = point;
        this.encoded = encoded;
    }

    /**
     * Reads a key as Flow writes it, 96 bytes.
     *
     * @throws BadEncodingException whatever else the bytes are
     */
    public static BlsPublicKey decode(byte[] bytes) throws BadEncodingException {
        return new BlsPublicKey(G2.decode(bytes), bytes.clone());
    }

    /** Reads 192 hex digits, as FlowIDTableStaking stores staking keys. */
    public static BlsPublicKey ofHex(String hex) throws BadEncodingException {
        return decode(Hex.bytes(hex));
    }

    static BlsPublicKey ofPoint(long[] affine) {
        return new BlsPublicKey(affine, G2.encode(affine));
    }

    /** The key as Flow writes it: a copy. */
    public byte[] encoded() {
        return encoded.clone();
    }

    long[] point() {
        return point;
    }

    /** Whether the signature is this key's over the message, for this use. */
    public boolean verifies(BlsSignature signature, byte[] message, DomainTag tag) {
        long[] hash = HashToCurve.g1(message, tag);
        return Pairing.balances(List.of(new Pairing.Factor(hash, point)), signature.point());
    }

    /** Whether whoever made the proof held this key's secret. */
    public boolean isProvedBy(ProofOfPossession proof) {
        return verifies(proof.signature(), encoded, DomainTag.POSSESSION);
    }

    /**
     * The key that verifies an aggregate of these keys' signatures over one message. Only safe with
     * keys whose possession is proved: an unproved one can be chosen to cancel others.
     *
     * @throws BadEncodingException when the keys add up to infinity
     * @throws IllegalArgumentException when there are none
     */
    public static BlsPublicKey aggregate(Collection<BlsPublicKey> keys)
            throws BadEncodingException {
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("nothing to aggregate");
        }
        List<long[]> points = new ArrayList<>(keys.size());
        keys.forEach(key -> points.add(key.point));
        long[] sum = G2.sum(points);
        if (G2.isInfinity(sum)) {
            throw new BadEncodingException(BadEncodingException.Reason.INFINITY);
        }
        return ofPoint(sum);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BlsPublicKey key && Arrays.equals(encoded, key.encoded);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(encoded);
    }

    /** 192 hex digits. */
    @Override
    public String toString() {
        return HexFormat.of().formatHex(encoded);
    }
}
