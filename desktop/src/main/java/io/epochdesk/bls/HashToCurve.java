package io.epochdesk.bls;

import static io.epochdesk.bls.Blst.memory;

import org.bouncycastle.crypto.macs.KMAC;
import org.bouncycastle.crypto.params.KeyParameter;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Messages to points of G1: RFC 9380's suite with simplified SWU, but KMAC128 expands the message
 * (NIST SP 800-185; key = tag, customisation {@code H2C}, 128 bytes out). Each half of the output,
 * big-endian and reduced, is one field element (onflow/crypto {@code map_to_G1}).
 */
final class HashToCurve {

    /** The modulus of the field (RFC 9380, section 8.8.1). */
    static final BigInteger MODULUS =
            new BigInteger(
                    "1a0111ea397fe69a4b1ba7b6434bacd764774b84f38512bf6730d2a0f6b0f624"
                            + "1eabfffeb153ffffb9feffffffffaaab",
                    16);

    private static final byte[] CUSTOMISATION = "H2C".getBytes(StandardCharsets.US_ASCII);
    private static final int EXPANDED = 128;

    private HashToCurve() {}

    /** The point of a message, affine. */
    static long[] g1(byte[] message, DomainTag tag) {
        return map(expand(message, tag));
    }

    /** What the expanded message is mapped to, affine. */
    static long[] map(byte[] expanded) {
        long[] u = element(expanded, 0);
        long[] v = element(expanded, EXPANDED / 2);
        long[] point = new long[Blst.P1];
        Blst.run(Blst.MAP_TO_G1, memory(point), memory(u), memory(v));
        return G1.toAffine(point);
    }

    static byte[] expand(byte[] message, DomainTag tag) {
        KMAC kmac = new KMAC(128, CUSTOMISATION);
        kmac.init(new KeyParameter(tag.key()));
        kmac.update(message, 0, message.length);
        byte[] expanded = new byte[EXPANDED];
        kmac.doFinal(expanded, 0, EXPANDED);
        return expanded;
    }

    private static long[] element(byte[] expanded, int from) {
        byte[] half = Arrays.copyOfRange(expanded, from, from + EXPANDED / 2);
        byte[] reduced = new BigInteger(1, half).mod(MODULUS).toByteArray();
        byte[] padded = new byte[G1.SIZE];
        System.arraycopy(reduced, 0, padded, padded.length - reduced.length, reduced.length);
        long[] element = new long[Blst.FP];
        Blst.run(Blst.FP_FROM_BENDIAN, memory(element), memory(padded));
        return element;
    }
}
