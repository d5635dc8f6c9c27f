package io.epochdesk.keys;

import io.epochdesk.fault.KeyFault;

import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA384Digest;
import org.bouncycastle.crypto.digests.SHA3Digest;

import java.util.Arrays;

/**
 * The hash algorithms that go with ECDSA on Flow. flow-go, its files, the Access API and Cadence
 * count these four alike.
 *
 * <p>Source: flow-go {@code crypto/hash/hash.go} and Cadence {@code
 * runtime/sema/crypto_algorithm_types}.
 */
public enum HashAlgorithm {
    /** SHA-2 with 256 bits. */
    SHA2_256(1),
    /** SHA-2 with 384 bits; known to Cadence, not to account keys. */
    SHA2_384(2),
    /** SHA-3 with 256 bits, what the node software uses for machine accounts. */
    SHA3_256(3),
    /** SHA-3 with 384 bits; known to Cadence, not to account keys. */
    SHA3_384(4);

    private final int code;

    HashAlgorithm(int code) {
        this.code = code;
    }

    /** The number in flow-go, in the node software's files, in RLP and in the Access API. */
    public int code() {
        return code;
    }

    /** The raw value of Cadence's enum, as transactions take it. */
    public int cadenceIndex() {
        return code;
    }

    /**
     * Whether a key of an account can use it: flow-go verifies ECDSA signatures of transactions
     * with the 256-bit hashes only ({@code fvm/crypto/crypto.go}).
     */
    public boolean signsForAccounts() {
        return this == SHA2_256 || this == SHA3_256;
    }

    /** The hash of these bytes, taken as one message. */
    public byte[] of(byte[]... parts) {
        Digest digest = digest();
        for (byte[] part : parts) {
            digest.update(part, 0, part.length);
        }
        byte[] hash = new byte[digest.getDigestSize()];
        digest.doFinal(hash, 0);
        return hash;
    }

    /** A fresh digest. */
    Digest digest() {
        return switch (this) {
            case SHA2_256 -> new SHA256Digest();
            case SHA2_384 -> new SHA384Digest();
            case SHA3_256 -> new SHA3Digest(256);
            case SHA3_384 -> new SHA3Digest(384);
        };
    }

    /**
     * The algorithm of a number in the node software's files or the Access API.
     *
     * @throws io.epochdesk.fault.FaultException when it is none of these
     */
    public static HashAlgorithm ofCode(int code) {
        return Arrays.stream(values())
                .filter(one -> one.code == code)
                .findFirst()
                .orElseThrow(
                        () ->
                                KeyFault.of(
                                        KeyFault.Kind.UNKNOWN_HASH_ALGORITHM,
                                        "",
                                        "number",
                                        Integer.toString(code)));
    }

    /**
     * The algorithm of Cadence's raw value.
     *
     * @throws io.epochdesk.fault.FaultException when it is none of these
     */
    public static HashAlgorithm ofCadenceIndex(int index) {
        return ofCode(index);
    }
}
