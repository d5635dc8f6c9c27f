package io.epochdesk.bls;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.math.BigInteger;
import java.util.HexFormat;

/** Answers others published: RFC 9380, EIP-2333, onflow/crypto's own tests. */
class KnownAnswersTest {

    /** RFC 9380, J.9.1, the empty message: field elements u and the point P. */
    @Test
    void fieldElementsAreMappedAsTheStandardSays() {
        byte[] expanded = new byte[128];
        byte[] u0 =
                Recorded.bytes(
                        "0ba14bd907ad64a016293ee7c2d276b8eae71f25a4b941ee"
                                + "ce7b0d89f17f75cb3ae5438a614fb61d6835ad59f29c564f");
        byte[] u1 =
                Recorded.bytes(
                        "019b9bd7979f12657976de2884c7cce192b82c177c80e0ec"
                                + "604436a7f538d231552f0d96d9f7babe5fa3b19b3ff25ac9");
        System.arraycopy(u0, 0, expanded, 16, 48);
        System.arraycopy(u1, 0, expanded, 80, 48);
        byte[] point = G1.encode(HashToCurve.map(expanded));
        // y = 08ba…, the smaller of the two
        assertThat(HexFormat.of().formatHex(point))
                .isEqualTo(
                        "852926add2207b76ca4fa57a8734416c8dc95e24501772c8"
                                + "14278700eed6d1e4e8cf62d9c09db0fac349612b759e79a1");
    }

    /** Reduction: adding the modulus to an element changes nothing. */
    @Test
    void elementsAreReduced() {
        byte[] expanded = HashToCurve.expand(new byte[] {1, 2, 3}, DomainTag.COLLECTOR_VOTE);
        byte[] reduced = new byte[128];
        for (int half = 0; half < 2; half++) {
            byte[] element =
                    new BigInteger(1, expanded, half * 64, 64)
                            .mod(HashToCurve.MODULUS)
                            .toByteArray();
            System.arraycopy(element, 0, reduced, half * 64 + 64 - element.length, element.length);
        }
        assertThat(reduced).isNotEqualTo(expanded);
        assertThat(HashToCurve.map(reduced)).isEqualTo(HashToCurve.map(expanded));
    }

    /** onflow/crypto, TestBLSKeyGenerationBreakingChange. */
    @Test
    void aSeedGivesTheKeyTheProtocolsLibraryGives() {
        byte[] seed =
                Recorded.bytes("00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff");
        try (BlsSecretKey key = BlsSecretKey.fromSeed(seed)) {
            assertThat(HexFormat.of().formatHex(key.encoded()))
                    .isEqualTo("5895ab2eccd1883856adc0784b15097e69154ac9bf29ecd605f95be3064f6f01");
        }
    }

    /** EIP-2333, test case 0: the master key is KeyGen of the seed. */
    @Test
    void aSeedGivesTheKeyOfTheDraft() {
        byte[] seed =
                Recorded.bytes(
                        "c55257c360c07c72029aebc1b53c05ed0362ada38ead3e3e9efa3708e5349553"
                            + "1f09a6987599d18264c1e1c92f2cf141630c7a3c4ab7c81b2f001698e7463b04");
        try (BlsSecretKey key = BlsSecretKey.fromSeed(seed)) {
            assertThat(new BigInteger(1, key.encoded()))
                    .isEqualTo(
                            new BigInteger(
                                    "60838744547092709283453862744986050449866406851249788675575"
                                            + "63392430687146096"));
        }
    }

    /** onflow/crypto, TestScalarMultBLS12381: a multiple of the generator as Flow writes it. */
    @Test
    void pointsAreWrittenAsFlowWritesThem() throws BadEncodingException {
        byte[] scalar =
                Recorded.bytes("444465cb6cc2dba9474e6beeb6a9013fbf1260d073429fb14a31e63e89129390");
        String expected =
                "b35f5043f166848805b98da62dcb9c5d2f25e497bd0d9c461d4a00d19e4e67cc"
                        + "1e813de3c99479d5a2c62fb754fd7df40c4fd60c46834c8ae665343a3ff7dc3c"
                        + "c929de34ad62b7b55974f4e3fd20990d3e564b96e4d33de87716052d58cf823e";
        try (BlsSecretKey key = BlsSecretKey.decode(scalar)) {
            assertThat(key.publicKey()).hasToString(expected);
            assertThat(BlsPublicKey.ofHex(expected)).isEqualTo(key.publicKey());
        }
    }

    @Test
    void theTagsAreTheProtocols() {
        assertThat(DomainTag.COLLECTOR_VOTE)
                .hasToString(
                        "FLOW-Collector_Vote-V00-CS00-with-"
                                + "BLS_SIG_BLS12381G1_XOF:KMAC128_SSWU_RO_POP_");
        assertThat(DomainTag.DKG_MESSAGE)
                .hasToString(
                        "FLOW-DKG_Message-V00-CS00-with-"
                                + "BLS_SIG_BLS12381G1_XOF:KMAC128_SSWU_RO_POP_");
    }
}
