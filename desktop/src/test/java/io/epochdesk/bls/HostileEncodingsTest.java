package io.epochdesk.bls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.epochdesk.bls.BadEncodingException.Reason;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import supranational.blst.P2;

import java.math.BigInteger;
import java.util.Random;

/** Bytes that are no key, signature or secret: refused with the right reason, never a crash. */
class HostileEncodingsTest {

    private static final BigInteger ORDER =
            new BigInteger("73eda753299d7d483339d80809a1d80553bda402fffe5bfeffffffff00000001", 16);

    private static final BigInteger SMALL = BigInteger.valueOf(2_713);

    /** RFC 9380, section 8.8.2: the curve of the second group has this many times its order. */
    private static final BigInteger COFACTOR =
            new BigInteger(
                    "5d543a95414e7f1091d50792876a202cd91de4547085abaa68a205b2e5a7ddfa628f1cb4d9e82ef2"
                        + "1537e293a6691ae1616ec6e786f0c70cf1c38e31c7238e5",
                    16);

    @Test
    void otherLengthsAreRefused() {
        for (int length : new int[] {0, 1, 47, 49, 95, 97, 192, 100_000}) {
            assertThat(reason(() -> BlsSignature.decode(new byte[length])))
                    .isEqualTo(Reason.WRONG_LENGTH);
            assertThat(reason(() -> BlsPublicKey.decode(new byte[length])))
                    .isEqualTo(Reason.WRONG_LENGTH);
        }
        assertThat(reason(() -> BlsSecretKey.decode(new byte[31]))).isEqualTo(Reason.WRONG_LENGTH);
        assertThat(reason(() -> BlsSecretKey.decode(new byte[33]))).isEqualTo(Reason.WRONG_LENGTH);
    }

    @Test
    void infinityIsNoKeyAndNoSignature() {
        assertThat(reason(() -> BlsSignature.decode(infinity(48)))).isEqualTo(Reason.INFINITY);
        assertThat(reason(() -> BlsPublicKey.decode(infinity(96)))).isEqualTo(Reason.INFINITY);
    }

    @Test
    void infinityWithOtherBitsIsNotCanonical() {
        for (int size : new int[] {48, 96}) {
            for (int bit = 2; bit < size * 8; bit += 5) {
                byte[] bytes = Recorded.flipped(infinity(size), bit);
                assertThat(
                                reason(
                                        () -> {
                                            if (size == 48) {
                                                BlsSignature.decode(bytes);
                                            } else {
                                                BlsPublicKey.decode(bytes);
                                            }
                                        }))
                        .isEqualTo(Reason.NOT_CANONICAL);
            }
        }
    }

    @Test
    void uncompressedPointsAreRefused() {
        assertThat(reason(() -> BlsSignature.decode(new byte[48]))).isEqualTo(Reason.BAD_FORM);
        assertThat(reason(() -> BlsPublicKey.decode(new byte[96]))).isEqualTo(Reason.BAD_FORM);
    }

    @Test
    void coordinatesNotBelowTheModulusAreRefused() throws BadEncodingException {
        BlsSignature signature = smallSignature();
        byte[] bytes = signature.encoded();
        byte[] above = plusModulus(bytes, 0);
        assertThat(reason(() -> BlsSignature.decode(above))).isEqualTo(Reason.NOT_CANONICAL);

        byte[] key = Recorded.nodes().getFirst().publicKey().encoded();
        for (int half : new int[] {0, 48}) {
            byte[] full = key.clone();
            for (int i = half; i < half + 48; i++) {
                full[i] |= (byte) (i == 0 ? 0x1F : i == 48 ? 0x1F : 0xFF);
            }
            assertThat(reason(() -> BlsPublicKey.decode(full))).isEqualTo(Reason.NOT_CANONICAL);
        }
        // bits that would vanish behind the header bits once the halves are swapped
        for (int bit = 48 * 8; bit < 48 * 8 + 3; bit++) {
            byte[] hidden = Recorded.flipped(key, bit);
            assertThat(reason(() -> BlsPublicKey.decode(hidden))).isEqualTo(Reason.NOT_CANONICAL);
        }
    }

    @Test
    void pointsOffTheCurveAndOutsideTheGroupAreRefused() {
        boolean off = false;
        boolean outside = false;
        for (int x = 1; x < 60; x++) {
            byte[] g1 = new byte[48];
            g1[0] = (byte) 0x80;
            g1[47] = (byte) x;
            byte[] g2 = new byte[96];
            g2[0] = (byte) 0x80;
            g2[95] = (byte) x;
            Reason first = reason(() -> BlsSignature.decode(g1));
            Reason second = reason(() -> BlsPublicKey.decode(g2));
            assertThat(first).isIn(Reason.NOT_ON_CURVE, Reason.NOT_IN_GROUP);
            assertThat(second).isIn(Reason.NOT_ON_CURVE, Reason.NOT_IN_GROUP);
            off |= first == Reason.NOT_ON_CURVE && second == Reason.NOT_ON_CURVE;
            outside |= first == Reason.NOT_IN_GROUP && second == Reason.NOT_IN_GROUP;
        }
        assertThat(off).isTrue();
        assertThat(outside).isTrue();
    }

    /** (0, 2) is on the curve and has order 3. */
    @Test
    void aPointOfSmallOrderIsRefused() {
        byte[] bytes = new byte[48];
        bytes[0] = (byte) 0x80;
        assertThat(reason(() -> BlsSignature.decode(bytes))).isEqualTo(Reason.NOT_IN_GROUP);
    }

    /** A prime of the cofactor of the second group: points of that order are on the curve. */
    @Test
    void aPointOfSmallOrderInTheSecondGroupIsRefused() {
        P2 point = new P2();
        for (int x = 1; point.is_inf() && x < 256; x++) {
            byte[] zcash = new byte[96];
            zcash[0] = (byte) 0x80;
            zcash[95] = (byte) x;
            try {
                point = new P2(zcash).mult(COFACTOR.divide(SMALL)).mult(ORDER);
            } catch (RuntimeException e) {
                // nothing on the curve has this x
                point = new P2();
            }
        }
        assertThat(point.dup().mult(SMALL).is_inf()).isTrue();
        byte[] zcash = point.compress();
        byte[] flow = new byte[96];
        System.arraycopy(zcash, 48, flow, 0, 48);
        System.arraycopy(zcash, 0, flow, 48, 48);
        flow[48] &= 0x1F;
        flow[0] |= (byte) (zcash[0] & 0xE0);
        assertThat(reason(() -> BlsPublicKey.decode(flow))).isEqualTo(Reason.NOT_IN_GROUP);
    }

    @Test
    void scalarsOutOfRangeAreRefused() throws BadEncodingException {
        for (BigInteger value :
                new BigInteger[] {
                    BigInteger.ZERO,
                    ORDER,
                    ORDER.add(BigInteger.ONE),
                    BigInteger.TWO.pow(256).subtract(BigInteger.ONE)
                }) {
            assertThat(reason(() -> BlsSecretKey.decode(scalar(value))))
                    .isEqualTo(Reason.SCALAR_OUT_OF_RANGE);
        }
        byte[] largest = scalar(ORDER.subtract(BigInteger.ONE));
        assertThat(BlsSecretKey.decode(largest).encoded()).isEqualTo(largest);
    }

    @Test
    void textThatIsNoHexIsRefusedWithoutRepeatingIt() {
        BadEncodingException refused =
                catchThrowableOfType(
                        BadEncodingException.class, () -> BlsPublicKey.ofHex("not hex at all"));
        assertThat(refused.reason()).isEqualTo(Reason.BAD_FORM);
        assertThat(refused.toString()).doesNotContain("not hex");
        assertThat(refused.getCause()).isNull();
    }

    @Property(tries = 300)
    void anyBytesAreReadBackAsWrittenOrRefused(@ForAll byte[] start, @ForAll long seed) {
        for (int size : new int[] {48, 96}) {
            byte[] bytes = new byte[size];
            new Random(seed).nextBytes(bytes);
            System.arraycopy(start, 0, bytes, 0, Math.min(start.length, size));
            bytes[0] |= (byte) 0x80;
            try {
                byte[] back =
                        size == 48
                                ? BlsSignature.decode(bytes).encoded()
                                : BlsPublicKey.decode(bytes).encoded();
                assertThat(back).isEqualTo(bytes);
            } catch (BadEncodingException e) {
                assertThat(e.reason()).isNotNull();
            }
        }
    }

    /** A signature whose x leaves room for the modulus beside the header bits. */
    private static BlsSignature smallSignature() {
        BlsSecretKey key = BlsSecretKey.fromSeed(new byte[32]);
        for (byte i = 0; ; i++) {
            BlsSignature signature = key.sign(new byte[] {i}, DomainTag.DKG_MESSAGE);
            if ((signature.encoded()[0] & 0x1F) < 5) {
                return signature;
            }
        }
    }

    private static byte[] plusModulus(byte[] bytes, int from) {
        byte[] x = new byte[48];
        System.arraycopy(bytes, from, x, 0, 48);
        int headers = x[0] & 0xE0;
        x[0] &= 0x1F;
        byte[] sum = new BigInteger(1, x).add(HashToCurve.MODULUS).toByteArray();
        byte[] result = bytes.clone();
        System.arraycopy(sum, sum.length - 48, result, from, 48);
        assertThat(result[from] & 0xE0).isZero();
        result[from] |= (byte) headers;
        return result;
    }

    private static byte[] infinity(int size) {
        byte[] bytes = new byte[size];
        bytes[0] = (byte) 0xC0;
        return bytes;
    }

    private static byte[] scalar(BigInteger value) {
        byte[] big = value.toByteArray();
        byte[] bytes = new byte[32];
        int length = Math.min(32, big.length);
        System.arraycopy(big, big.length - length, bytes, 32 - length, length);
        return bytes;
    }

    private static Reason reason(ThrowingCallable decoding) {
        return catchThrowableOfType(BadEncodingException.class, decoding).reason();
    }
}
