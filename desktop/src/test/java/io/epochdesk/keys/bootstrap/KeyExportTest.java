package io.epochdesk.keys.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.epochdesk.keys.AccountPrivateKey;
import io.epochdesk.keys.HashAlgorithm;
import io.epochdesk.keys.SignatureAlgorithm;
import io.epochdesk.keys.bootstrap.KeyExport.Content;
import io.epochdesk.keys.bootstrap.KeyExport.Form;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;

/** Whatever is exported over, no key in the folder is lost. */
class KeyExportTest {

    private static final Content ACCOUNT =
            new Content(Form.ACCOUNT, "179b6b1cb6755e31", 1, HashAlgorithm.SHA3_256);
    private static final Content KEY = new Content(Form.KEY, "", 0, HashAlgorithm.SHA3_256);

    @TempDir private Path folder = Path.of("");

    @Test
    void aFileThatHadAnotherKeyIsKeptForItsOwner() throws IOException {
        BootstrapCopy copy = BootstrapCopy.in(folder);
        byte[] before = Files.readAllBytes(copy.account());
        try (AccountPrivateKey key = key(1)) {
            assertThatThrownBy(() -> new KeyExport().write(copy.account(), key, ACCOUNT, false))
                    .hasMessageStartingWith("FIL-717");
            assertThat(Files.readAllBytes(copy.account())).isEqualTo(before);
            Path kept = new KeyExport().write(copy.account(), key, ACCOUNT, true);
            assertThat(kept)
                    .isEqualTo(copy.account().resolveSibling(Form.ACCOUNT.fileName() + ".old"));
            assertThat(Files.readAllBytes(kept)).isEqualTo(before);
            for (Path file : new Path[] {kept, copy.account()}) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .isEqualTo("rw-------");
            }
        }
        try (AccountPrivateKey another = key(2)) {
            assertThat(new KeyExport().write(copy.account(), another, ACCOUNT, true))
                    .isEqualTo(copy.account().resolveSibling(Form.ACCOUNT.fileName() + ".old-2"));
        }
    }

    @Test
    void theSameKeyIsNotKeptTwice() throws IOException {
        BootstrapCopy copy = BootstrapCopy.in(folder);
        try (AccountPrivateKey key =
                AccountPrivateKey.of(
                        SignatureAlgorithm.ECDSA_P256,
                        HexFormat.of().parseHex(BootstrapCopy.PRIVATE_KEY))) {
            assertThat(new KeyExport().write(copy.account(), key, ACCOUNT, true)).isNull();
            assertThat(new KeyExport().write(copy.key(), key, KEY, true)).isNull();
        }
        assertThat(BootstrapCopy.text(copy.account())).contains("\"KeyIndex\": 1");
    }

    @Test
    void whatTheNodeDoesNotKnowStaysInTheFile() throws IOException {
        BootstrapCopy copy = BootstrapCopy.in(folder);
        BootstrapCopy.change(copy.account(), "\"0x", "\"");
        BootstrapCopy.change(copy.account(), "\n}", ",\n  \"Comment\": [1, \"\u00e9\"]\n}");
        try (AccountPrivateKey key = key(1)) {
            new KeyExport().write(copy.account(), key, ACCOUNT, true);
        }
        assertThat(BootstrapCopy.text(copy.account()))
                .contains("\"Address\": \"179b6b1cb6755e31\"")
                .endsWith(",\n  \"Comment\": [1, \"\u00e9\"]\n}")
                .doesNotContain(BootstrapCopy.PRIVATE_KEY_BASE64);
    }

    @Test
    void whatIsNoSuchFileIsKeptAsItIs() throws IOException {
        Path file = folder.resolve("notes.txt");
        Files.writeString(file, "something else");
        try (AccountPrivateKey key = key(1)) {
            Path kept = new KeyExport().write(file, key, ACCOUNT, true);
            assertThat(kept).hasContent("something else");
        }
    }

    @Test
    void aFormThatCannotHoldTheKeyIsRefused() {
        Path file = folder.resolve("out.json");
        try (AccountPrivateKey key =
                AccountPrivateKey.ofSeed(SignatureAlgorithm.ECDSA_SECP256K1, new byte[48])) {
            assertThatThrownBy(() -> new KeyExport().write(file, key, KEY, false))
                    .hasMessageStartingWith("FIL-721");
            Content noAccount = new Content(Form.ACCOUNT, "", 0, HashAlgorithm.SHA2_256);
            assertThatThrownBy(() -> new KeyExport().write(file, key, noAccount, false))
                    .hasMessageStartingWith("FIL-722");
        }
        assertThat(file).doesNotExist();
    }

    @Test
    void whatIsWrittenIsImportedAgain() throws IOException {
        BootstrapCopy copy = BootstrapCopy.in(folder);
        Files.delete(copy.key());
        Files.delete(copy.account());
        try (AccountPrivateKey key = key(3)) {
            new KeyExport().write(copy.account(), key, ACCOUNT, false);
            new KeyExport().write(copy.key(), key, KEY, false);
            try (BootstrapFindings found = new BootstrapFolder().look(folder)) {
                OfferedKey offer = found.nodes().getFirst().offer().orElseThrow();
                assertThat(offer.key().publicKey()).isEqualTo(key.publicKey());
                assertThat(offer.name()).isEqualTo("collection-f70e8fbf");
                assertThat(offer.address()).isEqualTo("179b6b1cb6755e31");
                assertThat(offer.keyIndex()).isEqualTo(1);
                assertThat(offer.file()).isEqualTo(copy.account().toString());
            }
        }
    }

    private static AccountPrivateKey key(int last) {
        byte[] seed = new byte[48];
        seed[47] = (byte) last;
        return AccountPrivateKey.ofSeed(SignatureAlgorithm.ECDSA_P256, seed);
    }
}
