package io.epochdesk.keys.vault;

import static org.assertj.core.api.Assertions.assertThat;

import io.epochdesk.keys.AccountPrivateKey;
import io.epochdesk.keys.HashAlgorithm;
import io.epochdesk.keys.SignatureAlgorithm;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/**
 * The test vector of docs/vault.md, made with other tools by that page alone: files of version 1
 * are read for ever, and written the same.
 */
class FormatVectorTest {

    private static final String PASSWORD = "Zürich ﬁre brigade";
    private static final String FILE =
            "/srv/flow/bootstrap/private-root-information/node-machine-account-info.priv.json";

    @Test
    void readsTheVectorAndWritesItAgain() throws IOException {
        byte[] file = vector();
        VaultContent content =
                VaultContent.open(new Argon2id(), file, "vector", Vaults.password(PASSWORD));
        assertThat(content.kdf()).isEqualTo(KdfParameters.LEAST);
        assertThat(content.salt()).isEqualTo(count(16, 0x10));
        assertThat(content.keys()).hasSize(2);
        StoredKey first = content.keys().get(0);
        assertThat(first.facts().name()).isEqualTo("collection-1");
        assertThat(first.facts().network()).isEqualTo("flow-mainnet");
        assertThat(first.facts().address()).isEqualTo("8624b52f9ddcd04a");
        assertThat(first.facts().file()).isEqualTo(FILE);
        assertThat(first.facts().hash()).isEqualTo(HashAlgorithm.SHA3_256);
        assertThat(first.secret().algorithm()).isEqualTo(SignatureAlgorithm.ECDSA_P256);
        assertThat(first.secret().<byte[]>lend(byte[]::clone)).isEqualTo(count(32, 0x40));
        StoredKey second = content.keys().get(1);
        assertThat(second.facts().name()).isEqualTo("Ersatzschlüssel");
        assertThat(second.facts().keyIndex()).isEqualTo(3);
        assertThat(second.facts().hash()).isEqualTo(HashAlgorithm.SHA2_256);
        assertThat(second.secret().algorithm()).isEqualTo(SignatureAlgorithm.ECDSA_SECP256K1);

        assertThat(content.sealed(nonce -> System.arraycopy(count(12, 0x20), 0, nonce, 0, 12)))
                .isEqualTo(file);
    }

    @Test
    void theVectorIsWhatTheConsoleWrites() throws IOException {
        VaultContent content =
                VaultContent.fresh(
                        new Argon2id(),
                        KdfParameters.LEAST,
                        salt -> System.arraycopy(count(16, 0x10), 0, salt, 0, 16),
                        Vaults.password(PASSWORD),
                        List.of(
                                stored(
                                        SignatureAlgorithm.ECDSA_P256,
                                        0x40,
                                        new KeyDetails(
                                                "collection-1",
                                                "flow-mainnet",
                                                HashAlgorithm.SHA3_256,
                                                "8624b52f9ddcd04a",
                                                0,
                                                Vaults.NOW,
                                                FILE)),
                                stored(
                                        SignatureAlgorithm.ECDSA_SECP256K1,
                                        0x60,
                                        new KeyDetails(
                                                "Ersatzschlüssel",
                                                "flow-testnet",
                                                HashAlgorithm.SHA2_256,
                                                "",
                                                3,
                                                Vaults.NOW))));
        byte[] written =
                content.sealed(nonce -> System.arraycopy(count(12, 0x20), 0, nonce, 0, 12));
        assertThat(HexFormat.of().formatHex(written)).isEqualTo(HexFormat.of().formatHex(vector()));
    }

    private static StoredKey stored(SignatureAlgorithm algorithm, int from, KeyDetails details) {
        AccountPrivateKey key = AccountPrivateKey.of(algorithm, count(32, from));
        return new StoredKey(details.of(key.publicKey()), key);
    }

    private static byte[] count(int length, int from) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (from + i);
        }
        return bytes;
    }

    private static byte[] vector() throws IOException {
        try (InputStream in =
                FormatVectorTest.class.getResourceAsStream("/io/epochdesk/keys/vault-1.hex")) {
            String digits = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
            return HexFormat.of().parseHex(digits.replaceAll("\\s", ""));
        }
    }
}
