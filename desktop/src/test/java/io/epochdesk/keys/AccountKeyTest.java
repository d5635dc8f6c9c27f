package io.epochdesk.keys;

import static io.epochdesk.keys.KnownKeys.hex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.epochdesk.fault.FaultException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.Arrays;
import java.util.List;

class AccountKeyTest {

    private static final String P256_ORDER =
            "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551";
    private static final String SECP256K1_ORDER =
            "fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141";

    @Test
    void derivesThePublicKeysThatTheProtocolsOwnLibraryDerived() {
        List<KnownKeys> known = KnownKeys.ofNodes();
        assertThat(known).hasSize(33);
        for (KnownKeys pair : known) {
            try (AccountPrivateKey key =
                    AccountPrivateKey.of(SignatureAlgorithm.ECDSA_P256, hex(pair.privateKey()))) {
                assertThat(key.publicKey().hex()).isEqualTo(pair.publicKey());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ECDSA_P256, 6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296"
                + "4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5",
        "ECDSA_SECP256K1, 79be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798"
                + "483ada7726a3c4655da4fbfc0e1108a8fd17b448a68554199c47d08ffb10d4b8"
    })
    void theKeyOneHasTheBasePoint(SignatureAlgorithm algorithm, String base) {
        assertThat(AccountPrivateKey.of(algorithm, number(1)).publicKey().hex()).isEqualTo(base);
    }

    @ParameterizedTest
    @CsvSource({"ECDSA_P256, " + P256_ORDER, "ECDSA_SECP256K1, " + SECP256K1_ORDER})
    void takesKeysAboveZeroAndBelowTheOrderOnly(SignatureAlgorithm algorithm, String order) {
        byte[] bound = hex(order);
        refused(() -> AccountPrivateKey.of(algorithm, bound), "KEY-506");
        refused(() -> AccountPrivateKey.of(algorithm, new byte[32]), "KEY-505");
        byte[] all = new byte[32];
        Arrays.fill(all, (byte) 0xff);
        refused(() -> AccountPrivateKey.of(algorithm, all), "KEY-506");
        bound[31]--;
        AccountPublicKey last = AccountPrivateKey.of(algorithm, bound).publicKey();
        AccountPublicKey first = AccountPrivateKey.of(algorithm, number(1)).publicKey();
        // minus one times the base point mirrors it: the same x, another y
        assertThat(last.hex().substring(0, 64)).isEqualTo(first.hex().substring(0, 64));
        assertThat(last).isNotEqualTo(first);
    }

    @ParameterizedTest
    @EnumSource(names = {"ECDSA_P256", "ECDSA_SECP256K1"})
    void refusesKeysOfAnotherLength(SignatureAlgorithm algorithm) {
        for (int length : new int[] {0, 1, 31, 33, 64}) {
            byte[] raw = new byte[length];
            Arrays.fill(raw, (byte) 1);
            refused(() -> AccountPrivateKey.of(algorithm, raw), "KEY-504");
        }
        for (int length : new int[] {0, 32, 63, 65, 96}) {
            refused(() -> AccountPublicKey.of(algorithm, new byte[length]), "KEY-501");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"ECDSA_P256", "ECDSA_SECP256K1"})
    void refusesWhatIsNoPoint(SignatureAlgorithm algorithm) {
        refused(() -> AccountPublicKey.of(algorithm, new byte[64]), "KEY-503");
        byte[] raw = AccountPrivateKey.of(algorithm, number(7)).publicKey().raw();
        for (int i = 0; i < raw.length; i++) {
            byte[] bent = raw.clone();
            bent[i] ^= 1;
            refused(() -> AccountPublicKey.of(algorithm, bent), "KEY-503");
        }
        byte[] beyondTheField = raw.clone();
        Arrays.fill(beyondTheField, 0, 32, (byte) 0xff);
        refused(() -> AccountPublicKey.of(algorithm, beyondTheField), "KEY-503");
    }

    @Test
    void aPointOfOneCurveIsNoneOfTheOther() {
        byte[] raw =
                AccountPrivateKey.of(SignatureAlgorithm.ECDSA_P256, number(7)).publicKey().raw();
        refused(() -> AccountPublicKey.of(SignatureAlgorithm.ECDSA_SECP256K1, raw), "KEY-503");
    }

    @Test
    void blsIsNoAlgorithmOfAccounts() {
        refused(() -> AccountPrivateKey.of(SignatureAlgorithm.BLS_BLS12_381, number(1)), "KEY-509");
        refused(
                () -> AccountPublicKey.of(SignatureAlgorithm.BLS_BLS12_381, new byte[64]),
                "KEY-509");
    }

    @Test
    void readsHexInEitherCaseAndNothingElse() {
        String digits =
                AccountPrivateKey.of(SignatureAlgorithm.ECDSA_P256, number(7)).publicKey().hex();
        AccountPublicKey key = AccountPublicKey.ofHex(SignatureAlgorithm.ECDSA_P256, digits);
        assertThat(
                        AccountPublicKey.ofHex(
                                SignatureAlgorithm.ECDSA_P256,
                                digits.toUpperCase(java.util.Locale.ROOT)))
                .isEqualTo(key)
                .hasSameHashCodeAs(key);
        for (String wrong : new String[] {"0x" + digits, " " + digits, digits.substring(1)}) {
            refused(() -> AccountPublicKey.ofHex(SignatureAlgorithm.ECDSA_P256, wrong), "KEY-50");
        }
        assertThatThrownBy(
                        () ->
                                AccountPublicKey.ofHex(
                                        SignatureAlgorithm.ECDSA_P256, "secret" + digits))
                .hasMessageNotContaining("secret");
    }

    @ParameterizedTest
    @CsvSource({"ECDSA_P256, " + P256_ORDER, "ECDSA_SECP256K1, " + SECP256K1_ORDER})
    void makesTheSameKeyFromTheSameSeed(SignatureAlgorithm algorithm, String order) {
        byte[] seed = new byte[AccountPrivateKey.SEED_LENGTH];
        // zero modulo (n - 1), plus one
        assertThat(AccountPrivateKey.ofSeed(algorithm, seed).publicKey())
                .isEqualTo(AccountPrivateKey.of(algorithm, number(1)).publicKey());
        // n - 1 modulo (n - 1), plus one
        System.arraycopy(hex(order), 0, seed, 16, 32);
        seed[47]--;
        assertThat(AccountPrivateKey.ofSeed(algorithm, seed).publicKey())
                .isEqualTo(AccountPrivateKey.of(algorithm, number(1)).publicKey());
        seed[47]--;
        byte[] last = hex(order);
        last[31]--;
        assertThat(AccountPrivateKey.ofSeed(algorithm, seed).publicKey())
                .isEqualTo(AccountPrivateKey.of(algorithm, last).publicKey());
        assertThatThrownBy(() -> AccountPrivateKey.ofSeed(algorithm, new byte[32]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void wipesTheRandomBytesANewKeyWasMadeFrom() {
        byte[][] given = new byte[1][];
        AccountPrivateKey.generate(
                SignatureAlgorithm.ECDSA_P256,
                bytes -> {
                    Arrays.fill(bytes, (byte) 0x5a);
                    given[0] = bytes;
                });
        assertThat(given[0]).containsOnly(0);
    }

    @Test
    void aClosedKeyIsGone() {
        AccountPrivateKey key = AccountPrivateKey.of(SignatureAlgorithm.ECDSA_P256, number(7));
        byte[][] lent = new byte[1][];
        assertThat(
                        key.<Integer>lend(
                                bytes -> {
                                    lent[0] = bytes;
                                    return (int) bytes[31];
                                }))
                .isEqualTo(7);
        assertThat(lent[0]).containsOnly(0);
        key.close();
        assertThatThrownBy(() -> key.sign(HashAlgorithm.SHA3_256, new byte[1]))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> key.lend(byte[]::clone)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void printsItsPublicHalfOnly() {
        byte[] raw = hex(KnownKeys.ofNodes().getFirst().privateKey());
        assertThat(AccountPrivateKey.of(SignatureAlgorithm.ECDSA_P256, raw).toString())
                .startsWith("private key of ECDSA_P256 ")
                .doesNotContain(hex(raw));
    }

    private static byte[] number(int value) {
        byte[] raw = new byte[32];
        raw[31] = (byte) value;
        return raw;
    }

    private static void refused(
            org.assertj.core.api.ThrowableAssert.ThrowingCallable act, String code) {
        assertThatThrownBy(act).isInstanceOf(FaultException.class).hasMessageStartingWith(code);
    }
}
