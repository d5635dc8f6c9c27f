package io.epochdesk.bls;

import static io.epochdesk.bls.Blst.memory;

import java.util.Arrays;

/**
 * A secret key: a scalar from 1 to the group's order less one. {@link #close} wipes it; nothing
 * prints it.
 */
public final class BlsSecretKey implements AutoCloseable {

    /** Bytes of a secret as Flow writes it, big-endian. */
    public static final int SIZE = Blst.SCALAR_BYTES;

    /**
     * Least and most bytes of a seed (onflow/crypto {@code KeyGenSeedMinLen, KeyGenSeedMaxLen}).
     */
    public static final int MIN_SEED = 32;

    public static final int MAX_SEED = 256;

    /** Little-endian, as blst wants it. */
    private final byte[] scalar;

    private boolean wiped;

    private BlsSecretKey(byte[] scalar) {
        this.scalar = scalar;
    }

    /**
     * The key of a seed, always the same: KeyGen of draft-irtf-cfrg-bls-signature-05, section 2.3
     * (HKDF with SHA-256), with empty key_info, as onflow/crypto does it.
     *
     * @param seed 32 to 256 bytes that nobody can guess; left as it is
     * @throws IllegalArgumentException when the seed has another length
     */
    public static BlsSecretKey fromSeed(byte[] seed) {
        return fromSeed(seed, new byte[0]);
    }

    /** The key of a seed for one of several uses, KeyGen's key_info. */
    static BlsSecretKey fromSeed(byte[] seed, byte[] use) {
        if (seed.length < MIN_SEED || seed.length > MAX_SEED) {
            throw new IllegalArgumentException("a seed has 32 to 256 bytes");
        }
        byte[] scalar = new byte[Blst.SCALAR_BYTES];
        Blst.keygen(memory(scalar), seed, use);
        return new BlsSecretKey(scalar);
    }

    /**
     * Reads a secret as Flow writes it: 32 bytes, big-endian. The bytes given stay the caller's to
     * wipe.
     *
     * @throws BadEncodingException for another length, zero, or what is not below the order
     */
    public static BlsSecretKey decode(byte[] bytes) throws BadEncodingException {
        return new BlsSecretKey(Scalars.decode(bytes));
    }

    /** Takes a scalar over; it is wiped with the key. */
    static BlsSecretKey ofScalar(byte[] littleEndian) {
        return new BlsSecretKey(littleEndian);
    }

    /** The secret as Flow writes it: a copy for the caller to wipe. */
    public byte[] encoded() {
        return Scalars.encode(scalar());
    }

    byte[] scalar() {
        if (wiped) {
            throw new IllegalStateException("the key is wiped");
        }
        return scalar;
    }

    /** The public key. */
    public BlsPublicKey publicKey() {
        return BlsPublicKey.ofPoint(publicPoint());
    }

    long[] publicPoint() {
        long[] point = new long[Blst.P2];
        Blst.run(Blst.SK_TO_PK, memory(point), memory(scalar()));
        return G2.toAffine(point);
    }

    /** Signs a message for this use. Always the same signature. */
    public BlsSignature sign(byte[] message, DomainTag tag) {
        long[] hash = new long[Blst.P1];
        Blst.run(Blst.P1_FROM_AFFINE, memory(hash), memory(HashToCurve.g1(message, tag)));
        long[] signature = new long[Blst.P1];
        Blst.run(Blst.SIGN, memory(signature), memory(hash), memory(scalar()));
        return BlsSignature.ofPoint(G1.toAffine(signature));
    }

    /** Proves that this key's secret is known. */
    public ProofOfPossession provePossession() {
        return new ProofOfPossession(sign(publicKey().encoded(), DomainTag.POSSESSION));
    }

    /** Overwrites the secret; the key is of no use afterwards. */
    @Override
    public void close() {
        Arrays.fill(scalar, (byte) 0);
        wiped = true;
    }

    /** Says nothing of the secret. */
    @Override
    public String toString() {
        return wiped ? "BlsSecretKey, wiped" : "BlsSecretKey";
    }
}
