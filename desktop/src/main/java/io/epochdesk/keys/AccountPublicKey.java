package io.epochdesk.keys;

import io.epochdesk.fault.KeyFault;

import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A public key of an account: a point of its curve, proven to lie on it.
 *
 * <p>Written as Flow writes it: 64 bytes or 128 hex digits, x then y, without a prefix.
 */
public final class AccountPublicKey {

    /** Bytes of the raw form. */
    public static final int LENGTH = 2 * Curve.SIZE;

    /** Bytes of a signature, r then s. */
    public static final int SIGNATURE_LENGTH = 2 * Curve.SIZE;

    private final SignatureAlgorithm algorithm;
    private final byte[] raw;

    private AccountPublicKey(SignatureAlgorithm algorithm, byte[] raw) {
        this.algorithm = algorithm;
        this.raw = raw;
    }

    /**
     * The key of these bytes.
     *
     * @param algorithm ECDSA on either curve
     * @param raw 64 bytes, x then y
     * @throws io.epochdesk.fault.FaultException when the length is another, the bytes are no point
     *     of the curve, or the algorithm is none for accounts
     */
    public static AccountPublicKey of(SignatureAlgorithm algorithm, byte[] raw) {
        Curve curve = Curve.of(algorithm);
        if (raw.length != LENGTH) {
            throw KeyFault.of(
                    KeyFault.Kind.PUBLIC_KEY_LENGTH, "", "bytes", Integer.toString(raw.length));
        }
        try {
            curve.point(raw);
        } catch (IllegalArgumentException e) {
            throw KeyFault.of(
                    KeyFault.Kind.NOT_ON_CURVE,
                    String.valueOf(e.getMessage()),
                    "algorithm",
                    algorithm.name());
        }
        return new AccountPublicKey(algorithm, raw.clone());
    }

    /**
     * The key of 128 hex digits in either case, x then y.
     *
     * @throws io.epochdesk.fault.FaultException as {@link #of(SignatureAlgorithm, byte[])} does,
     *     and when it is not hex
     */
    public static AccountPublicKey ofHex(SignatureAlgorithm algorithm, String hex) {
        byte[] raw;
        try {
            raw = HexFormat.of().parseHex(hex);
        } catch (IllegalArgumentException e) {
            // what was pasted may be a secret: the reason would quote from it
            throw KeyFault.of(KeyFault.Kind.NOT_HEX, "");
        }
        return of(algorithm, raw);
    }

    /** The algorithm it verifies with. */
    public SignatureAlgorithm algorithm() {
        return algorithm;
    }

    /** 64 bytes, x then y. */
    public byte[] raw() {
        return raw.clone();
    }

    /** 128 lower-case hex digits, x then y. */
    public String hex() {
        return HexFormat.of().formatHex(raw);
    }

    /**
     * Whether a signature by this key is over this message.
     *
     * @param hash what the message is hashed with
     * @param message all that was signed, with its {@link DomainTag} before it
     * @param signature 64 bytes, r then s; anything else does not verify
     */
    public boolean verifies(HashAlgorithm hash, byte[] message, byte[] signature) {
        if (signature.length != SIGNATURE_LENGTH) {
            return false;
        }
        Curve curve = Curve.of(algorithm);
        ECDSASigner check = new ECDSASigner();
        check.init(false, new ECPublicKeyParameters(curve.point(raw), curve.domain()));
        return check.verifySignature(
                hash.of(message),
                new BigInteger(1, signature, 0, Curve.SIZE),
                new BigInteger(1, signature, Curve.SIZE, Curve.SIZE));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AccountPublicKey key
                && key.algorithm == algorithm
                && Arrays.equals(key.raw, raw);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(raw);
    }

    @Override
    public String toString() {
        return algorithm + " " + hex();
    }
}
