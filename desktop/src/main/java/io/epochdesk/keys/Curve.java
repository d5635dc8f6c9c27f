package io.epochdesk.keys;

import io.epochdesk.fault.KeyFault;

import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.bouncycastle.util.BigIntegers;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** The curve of an ECDSA algorithm; both have coordinates and scalars of 32 bytes. */
enum Curve {
    P256("secp256r1"),
    SECP256K1("secp256k1");

    /** Bytes of a coordinate, of a private key, and of each half of a signature. */
    static final int SIZE = 32;

    @SuppressWarnings("ImmutableEnumChecker") // Bouncy Castle promises nothing, and changes nothing
    private final ECDomainParameters domain;

    Curve(String name) {
        // with arithmetic made for the curve: several times as fast, and its steps tell less of the
        // key
        X9ECParameters named = CustomNamedCurves.getByName(name);
        domain = new ECDomainParameters(named.getCurve(), named.getG(), named.getN(), named.getH());
    }

    /**
     * The curve an algorithm works on.
     *
     * @throws io.epochdesk.fault.FaultException for an algorithm no account key can use
     */
    static Curve of(SignatureAlgorithm algorithm) {
        return switch (algorithm) {
            case ECDSA_P256 -> P256;
            case ECDSA_SECP256K1 -> SECP256K1;
            case BLS_BLS12_381 ->
                    throw KeyFault.of(
                            KeyFault.Kind.NOT_AN_ACCOUNT_ALGORITHM,
                            "",
                            "algorithm",
                            algorithm.name());
        };
    }

    ECDomainParameters domain() {
        return domain;
    }

    /** The order of the group: private keys lie above zero and below it. */
    BigInteger order() {
        return domain.getN();
    }

    /**
     * The point of two coordinates, one after the other.
     *
     * @throws IllegalArgumentException when they are no point of the curve
     */
    ECPoint point(byte[] coordinates) {
        byte[] encoded = ByteBuffer.allocate(1 + 2 * SIZE).put((byte) 4).put(coordinates).array();
        return domain.validatePublicPoint(domain.getCurve().decodePoint(encoded));
    }

    /** The coordinates of the base point times this scalar. */
    byte[] timesBase(BigInteger scalar) {
        ECPoint point = new FixedPointCombMultiplier().multiply(domain.getG(), scalar).normalize();
        byte[] encoded = point.getEncoded(false);
        return Arrays.copyOfRange(encoded, 1, encoded.length);
    }

    /** A number in 32 bytes, most significant first. */
    static byte[] bytes(BigInteger number) {
        return BigIntegers.asUnsignedByteArray(SIZE, number);
    }
}
