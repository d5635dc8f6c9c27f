package io.epochdesk.keys;

import static io.epochdesk.keys.KnownKeys.hex;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onflow.sdk.crypto.Crypto;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;

/** Known answers of RFC 6979, and signatures that other libraries accept or made. */
class SigningTest {

    private static final String RFC_6979_KEY =
            "c9afa9d845ba75166b5c215767b1d6934e50c3db36e89b127b8a622b120f6721";

    /** RFC 6979, A.2.5. */
    @ParameterizedTest
    @CsvSource({
        "SHA2_256, sample, efd48b2aacb6a8fd1140dd9cd45e81d69d2c877b56aaf991c34d0ea84eaf3716"
                + "f7cb1c942d657c41d436c7a1b6e29f65f3e900dbb9aff4064dc4ab2f843acda8",
        "SHA2_256, test, f1abb023518351cd71d881567b1ea663ed3efcf6c5132b354f28d3b0b7d38367"
                + "019f4113742a2b14bd25926b49c649155f267e60d3814b4c0cc84250e46f0083",
        "SHA2_384, sample, 0eafea039b20e9b42309fb1d89e213057cbf973dc0cfc8f129edddc800ef7719"
                + "4861f0491e6998b9455193e34e7b0d284ddd7149a74b95b9261f13abde940954"
    })
    void signsOnP256AsTheStandardDoes(HashAlgorithm hash, String message, String signature) {
        try (AccountPrivateKey key =
                AccountPrivateKey.of(SignatureAlgorithm.ECDSA_P256, hex(RFC_6979_KEY))) {
            assertThat(key.publicKey().hex())
                    .isEqualTo(
                            "60fed4ba255a9d31c961eb74c6356d68c049b8923b61fa6ce669622e60f29fb6"
                                + "7903fe1008b8bc99a41ae9e95628bc64f2f1b20c2d7e9f5177a3c294d4462299");
            assertThat(hex(key.sign(hash, message.getBytes(StandardCharsets.UTF_8))))
                    .isEqualTo(signature);
        }
    }

    /** Vectors that the libraries for secp256k1 share: the key one, and SHA-256. */
    @ParameterizedTest
    @CsvSource({
        "Satoshi Nakamoto, 934b1ea10a4b3c1757e2b0c017d0b6143ce3c9a7e6a4a49860d7a6ab210ee3d8,"
                + "2442ce9d2b916064108014783e923ec36b49743e2ffa1c4496f01a512aafd9e5",
        "'All those moments will be lost in time, like tears in rain. Time to die...',"
                + "8600dbd41e348fe5c9465ab92d23e3db8b98b873beecd930736488696438cb6b,"
                + "547fe64427496db33bf66019dacbf0039c04199abb0122918601db38a72cfc21"
    })
    void signsOnSecp256k1AsOthersDo(String message, String r, String lowS) {
        byte[] one = new byte[32];
        one[31] = 1;
        try (AccountPrivateKey key =
                AccountPrivateKey.of(SignatureAlgorithm.ECDSA_SECP256K1, one)) {
            byte[] signature =
                    key.sign(HashAlgorithm.SHA2_256, message.getBytes(StandardCharsets.UTF_8));
            BigInteger s = new BigInteger(1, signature, 32, 32);
            // those libraries give the smaller of s and its negative; Flow takes either
            BigInteger lower = s.min(Curve.SECP256K1.order().subtract(s));
            assertThat(hex(Arrays.copyOf(signature, 32))).isEqualTo(r);
            assertThat(hex(Curve.bytes(lower))).isEqualTo(lowS);
        }
    }

    @Property(tries = 60)
    void theJdkAcceptsSignaturesOnP256(
            @ForAll @Size(48) byte[] seed, @ForAll byte[] message, @ForAll HashAlgorithm hash)
            throws GeneralSecurityException {
        try (AccountPrivateKey key =
                AccountPrivateKey.ofSeed(SignatureAlgorithm.ECDSA_P256, seed)) {
            byte[] signature = key.sign(hash, message);
            Signature check =
                    Signature.getInstance(
                            switch (hash) {
                                case SHA2_256 -> "SHA256withECDSAinP1363Format";
                                case SHA2_384 -> "SHA384withECDSAinP1363Format";
                                case SHA3_256 -> "SHA3-256withECDSAinP1363Format";
                                case SHA3_384 -> "SHA3-384withECDSAinP1363Format";
                            });
            check.initVerify(jdkKey(key.publicKey().raw()));
            check.update(message);
            assertThat(check.verify(signature)).isTrue();
            assertThat(key.sign(hash, message)).isEqualTo(signature);
        }
    }

    @Property(tries = 60)
    void acceptsWhatTheFlowSdkSigned(
            @ForAll @Size(48) byte[] seed, @ForAll byte[] message, @ForAll boolean sha3) {
        for (SignatureAlgorithm algorithm :
                new SignatureAlgorithm[] {
                    SignatureAlgorithm.ECDSA_P256, SignatureAlgorithm.ECDSA_SECP256K1
                }) {
            org.onflow.sdk.SignatureAlgorithm theirs =
                    org.onflow.sdk.SignatureAlgorithm.fromCode(algorithm.code());
            try (AccountPrivateKey key = AccountPrivateKey.ofSeed(algorithm, seed)) {
                org.onflow.sdk.crypto.PrivateKey other =
                        Crypto.decodePrivateKey(key.lend(KnownKeys::hex), theirs);
                byte[] signature =
                        Crypto.getSigner(
                                        other,
                                        sha3
                                                ? org.onflow.sdk.HashAlgorithm.SHA3_256
                                                : org.onflow.sdk.HashAlgorithm.SHA2_256)
                                .signAsUser(message);
                assertThat(
                                key.publicKey()
                                        .verifies(
                                                sha3
                                                        ? HashAlgorithm.SHA3_256
                                                        : HashAlgorithm.SHA2_256,
                                                DomainTag.USER.before(message),
                                                signature))
                        .isTrue();
            }
        }
    }

    @Test
    void refusesEveryAlteredSignatureMessageHashAndKey() {
        byte[] message = DomainTag.TRANSACTION.before(new byte[] {1, 2, 3});
        for (SignatureAlgorithm algorithm :
                new SignatureAlgorithm[] {
                    SignatureAlgorithm.ECDSA_P256, SignatureAlgorithm.ECDSA_SECP256K1
                }) {
            AccountPrivateKey key = AccountPrivateKey.of(algorithm, hex(RFC_6979_KEY));
            AccountPublicKey open = key.publicKey();
            byte[] signature = key.sign(HashAlgorithm.SHA3_256, message);
            assertThat(open.verifies(HashAlgorithm.SHA3_256, message, signature)).isTrue();
            for (int bit = 0; bit < signature.length * 8; bit++) {
                byte[] bent = signature.clone();
                bent[bit / 8] ^= (byte) (1 << bit % 8);
                assertThat(open.verifies(HashAlgorithm.SHA3_256, message, bent)).isFalse();
            }
            for (int length : new int[] {0, 1, 63, 65, 128}) {
                assertThat(
                                open.verifies(
                                        HashAlgorithm.SHA3_256,
                                        message,
                                        Arrays.copyOf(signature, length)))
                        .isFalse();
            }
            assertThat(open.verifies(HashAlgorithm.SHA2_256, message, signature)).isFalse();
            assertThat(
                            open.verifies(
                                    HashAlgorithm.SHA3_256,
                                    DomainTag.USER.before(new byte[] {1, 2, 3}),
                                    signature))
                    .isFalse();
            assertThat(
                            AccountPrivateKey.ofSeed(algorithm, new byte[48])
                                    .publicKey()
                                    .verifies(HashAlgorithm.SHA3_256, message, signature))
                    .isFalse();
        }
    }

    @Test
    void refusesHalvesThatAreZeroOrNotBelowTheOrder() {
        byte[] message = {1};
        for (SignatureAlgorithm algorithm :
                new SignatureAlgorithm[] {
                    SignatureAlgorithm.ECDSA_P256, SignatureAlgorithm.ECDSA_SECP256K1
                }) {
            AccountPrivateKey key = AccountPrivateKey.of(algorithm, hex(RFC_6979_KEY));
            byte[] good = key.sign(HashAlgorithm.SHA3_256, message);
            byte[] order = Curve.bytes(Curve.of(algorithm).order());
            for (byte[] wrong : new byte[][] {new byte[32], order}) {
                for (int at : new int[] {0, 32}) {
                    byte[] signature = good.clone();
                    System.arraycopy(wrong, 0, signature, at, 32);
                    assertThat(key.publicKey().verifies(HashAlgorithm.SHA3_256, message, signature))
                            .isFalse();
                }
            }
        }
    }

    private static PublicKey jdkKey(byte[] raw) throws GeneralSecurityException {
        AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(new ECGenParameterSpec("secp256r1"));
        return KeyFactory.getInstance("EC")
                .generatePublic(
                        new ECPublicKeySpec(
                                new ECPoint(
                                        new BigInteger(1, raw, 0, 32),
                                        new BigInteger(1, raw, 32, 32)),
                                parameters.getParameterSpec(ECParameterSpec.class)));
    }
}
