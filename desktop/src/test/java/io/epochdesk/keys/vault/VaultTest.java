package io.epochdesk.keys.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.epochdesk.keys.AccountPrivateKey;
import io.epochdesk.keys.AccountSigner;
import io.epochdesk.keys.DomainTag;
import io.epochdesk.keys.HashAlgorithm;
import io.epochdesk.keys.SignatureAlgorithm;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.List;

class VaultTest {

    @TempDir private Path parent = Path.of("");
    private Path folder = Path.of("");
    private VaultStore store = new VaultStore(folder);

    @BeforeEach
    void choose() {
        folder = parent.resolve("keys");
        store = new VaultStore(folder);
    }

    @Test
    void keepsEverythingOfAKey() {
        VaultKey made;
        try (Vault vault = Vaults.create(store)) {
            vault.make(
                    SignatureAlgorithm.ECDSA_SECP256K1,
                    new KeyDetails(
                            "Köln 🔑", "flow-testnet", HashAlgorithm.SHA2_256, "", 0, Vaults.NOW));
            made = vault.assign("Köln 🔑", "9eca2b38b18b5dfe", 7);
        }
        try (Vault vault = Vaults.unlock(store, Vaults.PASSWORD)) {
            assertThat(vault.keys()).containsExactly(made);
            assertThat(made.keyIndex()).isEqualTo(7);
            assertThat(made.publicKey().algorithm()).isEqualTo(SignatureAlgorithm.ECDSA_SECP256K1);
        }
    }

    @Test
    void signsWhatThePublicKeyVerifies() {
        byte[] message = DomainTag.TRANSACTION.before(new byte[] {1, 2, 3});
        try (Vault vault = Vaults.create(store)) {
            for (SignatureAlgorithm algorithm :
                    List.of(SignatureAlgorithm.ECDSA_P256, SignatureAlgorithm.ECDSA_SECP256K1)) {
                for (HashAlgorithm hash : List.of(HashAlgorithm.SHA2_256, HashAlgorithm.SHA3_256)) {
                    String name = algorithm + " " + hash;
                    vault.make(
                            algorithm,
                            new KeyDetails(name, "flow-emulator", hash, "", 0, Vaults.NOW));
                    AccountSigner signer = vault.signer(name, "flow-emulator");
                    assertThat(signer.publicKey().verifies(hash, message, signer.sign(message)))
                            .isTrue();
                }
            }
        }
    }

    @Test
    void neverSignsForAnotherNetwork() {
        try (Vault vault = Vaults.create(store)) {
            Vaults.make(vault, "a");
            assertThatThrownBy(() -> vault.signer("a", "flow-mainnet"))
                    .hasMessageStartingWith("VLT-619");
            assertThat(vault.signer("a", "flow-emulator").network()).isEqualTo("flow-emulator");
        }
    }

    @Test
    void findsTheKeyOfAnAccountAndRefusesAnotherNetwork() {
        byte[] message = DomainTag.TRANSACTION.before(new byte[] {1});
        try (Vault vault = Vaults.create(store)) {
            Vaults.make(vault, "a");
            VaultKey second = Vaults.make(vault, "b");
            vault.assign("a", "f8d6e0586b0a20c7", 0);
            vault.assign("b", "f8d6e0586b0a20c7", 1);
            AccountSigner signer = vault.signer("flow-emulator", "f8d6e0586b0a20c7", 1);
            assertThat(signer.publicKey()).isEqualTo(second.publicKey());
            assertThat(second.publicKey().verifies(second.hash(), message, signer.sign(message)))
                    .isTrue();
            for (String network : List.of("flow-mainnet", "flow-testnet", "flow-rehearsal")) {
                assertThatThrownBy(() -> vault.signer(network, "f8d6e0586b0a20c7", 1))
                        .hasMessageStartingWith("VLT-619");
            }
            assertThatThrownBy(() -> vault.signer("flow-emulator", "f8d6e0586b0a20c7", 2))
                    .hasMessageStartingWith("VLT-629");
            assertThatThrownBy(() -> vault.signer("flow-emulator", "0ae53cb6e3f42a79", 0))
                    .hasMessageStartingWith("VLT-629");
        }
    }

    @Test
    void notesTheFileThatHasAKeyToo() {
        try (Vault vault = Vaults.create(store)) {
            Vaults.make(vault, "a");
            assertThat(vault.note("a", "/srv/flow/bootstrap/x.json").file())
                    .isEqualTo("/srv/flow/bootstrap/x.json");
            assertThat(vault.note("a", "x".repeat(256)).file()).isEmpty();
            vault.note("a", "/ключ/🔑");
        }
        assertThat(Vaults.unlock(store, Vaults.PASSWORD).key("a").file()).isEqualTo("/ключ/🔑");
    }

    @Test
    void afterAChangeOfPasswordTheFileBeforeOpensWithTheNewOneToo() throws IOException {
        try (Vault vault = Vaults.create(store)) {
            Vaults.make(vault, "a");
            vault.changePassword(
                    Vaults.password(Vaults.PASSWORD),
                    Vaults.password(Vaults.OTHER_PASSWORD),
                    KdfParameters.LEAST);
        }
        Files.copy(
                folder.resolve("keys.vault.bak"),
                folder.resolve("keys.vault"),
                StandardCopyOption.REPLACE_EXISTING);
        assertThatThrownBy(() -> Vaults.unlock(store, Vaults.PASSWORD))
                .hasMessageStartingWith("VLT-606");
        assertThat(Vaults.unlock(store, Vaults.OTHER_PASSWORD).keys()).hasSize(1);
    }

    @Test
    void restoresOnlyWhatIsWanted() {
        byte[] backup;
        try (Vault vault = Vaults.create(store)) {
            Vaults.make(vault, "a");
            vault.make(
                    SignatureAlgorithm.ECDSA_P256,
                    new KeyDetails(
                            "real", "flow-mainnet", HashAlgorithm.SHA3_256, "", 0, Vaults.NOW));
            backup = vault.backup(Vaults.password("backup words"), KdfParameters.LEAST);
        }
        try (Vault other = Vaults.create(new VaultStore(parent.resolve("other")))) {
            assertThat(
                            other.restore(
                                    backup,
                                    "f",
                                    Vaults.password("backup words"),
                                    key -> key.network().equals("flow-emulator")))
                    .extracting(VaultKey::name)
                    .containsExactly("a");
            assertThat(other.signer("a", "flow-emulator").sign(DomainTag.USER.bytes())).hasSize(64);
        }
    }

    @Test
    void signsNothingThatBeginsWithNoDomainTag() {
        try (Vault vault = Vaults.create(store)) {
            Vaults.make(vault, "a");
            AccountSigner signer = vault.signer("a", "flow-emulator");
            assertThatThrownBy(() -> signer.sign(new byte[64]))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aLockedVaultDoesNothing() {
        Vault vault = Vaults.create(store);
        Vaults.make(vault, "a");
        AccountSigner signer = vault.signer("a", "flow-emulator");
        vault.close();
        assertThatThrownBy(() -> signer.sign(DomainTag.USER.bytes()))
                .hasMessageStartingWith("VLT-614");
        assertThatThrownBy(vault::keys).hasMessageStartingWith("VLT-614");
        assertThatThrownBy(() -> Vaults.make(vault, "b")).hasMessageStartingWith("VLT-614");
        assertThatThrownBy(() -> vault.destroy("a")).hasMessageStartingWith("VLT-614");
        assertThat(Vaults.unlock(store, Vaults.PASSWORD).keys()).hasSize(1);
    }

    @Test
    void aDestroyedKeyIsGone() {
        try (Vault vault = Vaults.create(store)) {
            Vaults.make(vault, "a");
            Vaults.make(vault, "b");
            AccountSigner signer = vault.signer("a", "flow-emulator");
            vault.destroy("a");
            assertThatThrownBy(() -> signer.sign(DomainTag.USER.bytes()))
                    .hasMessageStartingWith("VLT-617");
            assertThatThrownBy(() -> vault.destroy("a")).hasMessageStartingWith("VLT-617");
            assertThat(vault.keys()).extracting(VaultKey::name).containsExactly("b");
        }
    }

    @Test
    void takesNoNameAndNoKeyTwice() {
        try (Vault vault = Vaults.create(store);
                AccountPrivateKey key =
                        AccountPrivateKey.ofSeed(SignatureAlgorithm.ECDSA_P256, new byte[48])) {
            vault.add(key, Vaults.details("a"));
            assertThatThrownBy(() -> vault.add(key, Vaults.details("b")))
                    .hasMessageStartingWith("VLT-620");
            assertThatThrownBy(() -> Vaults.make(vault, "a")).hasMessageStartingWith("VLT-618");
            Vaults.make(vault, "c");
            assertThatThrownBy(() -> vault.rename("c", "a")).hasMessageStartingWith("VLT-618");
            assertThatThrownBy(() -> vault.rename("c", " \n")).hasMessageStartingWith("VLT-623");
            vault.rename("c", "c");
            // the same key may serve two networks, each bound for itself
            vault.add(
                    key,
                    new KeyDetails("d", "flow-testnet", HashAlgorithm.SHA3_256, "", 0, Vaults.NOW));
            assertThat(vault.keys()).hasSize(3);
        }
    }

    @Test
    void opensWithTheNewPasswordOnly() {
        try (Vault vault = Vaults.create(store)) {
            Vaults.make(vault, "a");
            assertThatThrownBy(
                            () ->
                                    vault.changePassword(
                                            Vaults.password("something else"),
                                            Vaults.password(Vaults.OTHER_PASSWORD),
                                            KdfParameters.LEAST))
                    .hasMessageStartingWith("VLT-606");
            assertThatThrownBy(
                            () ->
                                    vault.changePassword(
                                            Vaults.password(Vaults.PASSWORD),
                                            Vaults.password("short"),
                                            KdfParameters.LEAST))
                    .hasMessageStartingWith("VLT-615");
            vault.changePassword(
                    Vaults.password(Vaults.PASSWORD),
                    Vaults.password(Vaults.OTHER_PASSWORD),
                    KdfParameters.LEAST);
            Vaults.make(vault, "b");
        }
        assertThat(Vaults.unlock(store, Vaults.OTHER_PASSWORD).keys()).hasSize(2);
        assertThatThrownBy(() -> Vaults.unlock(store, Vaults.PASSWORD))
                .hasMessageStartingWith("VLT-606");
    }

    @Test
    void aBackupStandsInForTheVault() {
        byte[] backup;
        try (Vault vault = Vaults.create(store)) {
            Vaults.make(vault, "a");
            Vaults.make(vault, "b");
            backup = vault.backup(Vaults.password("backup words"), KdfParameters.LEAST);
            assertThat(vault.drill(backup, "f", Vaults.password("backup words"))).isEqualTo(2);
            assertThatThrownBy(() -> vault.drill(backup, "f", Vaults.password(Vaults.PASSWORD)))
                    .hasMessageStartingWith("VLT-606");
            Vaults.make(vault, "c");
            assertThatThrownBy(() -> vault.drill(backup, "f", Vaults.password("backup words")))
                    .hasMessageStartingWith("VLT-622")
                    .hasMessageContaining("c");
            vault.destroy("a");
            vault.rename("c", "a");
            assertThat(vault.restore(backup, "f", Vaults.password("backup words"), _ -> true))
                    .extracting(VaultKey::name)
                    .containsExactly("a (2)");
            assertThat(vault.restore(backup, "f", Vaults.password("backup words"), _ -> true))
                    .isEmpty();
            assertThat(vault.signer("a (2)", "flow-emulator").sign(DomainTag.USER.bytes()))
                    .hasSize(64);
        }
        assertThat(Vaults.unlock(store, Vaults.PASSWORD).keys())
                .extracting(VaultKey::name)
                .containsExactly("b", "a", "a (2)");
    }

    @Test
    void keepsTheVaultBeforeBesideIt() throws IOException {
        byte[] before;
        try (Vault vault = Vaults.create(store)) {
            Vaults.make(vault, "a");
            before = store.read();
            Vaults.make(vault, "b");
        }
        assertThat(Files.readAllBytes(folder.resolve("keys.vault.bak"))).isEqualTo(before);
        try (var names = Files.list(folder)) {
            assertThat(names.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("keys.vault", "keys.vault.bak", "keys.vault.lock");
        }
    }

    @Test
    void onlyTheOwnerCanReachItsFiles() throws IOException {
        try (Vault vault = Vaults.create(store)) {
            Vaults.make(vault, "a");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
        try (var names = Files.list(folder)) {
            for (Path file : names.toList()) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .as(file.toString())
                        .isEqualTo("rw-------");
            }
        }
    }

    @Test
    void refusesAFileThatOthersCanReachUntilItIsNarrowed() throws IOException {
        Vaults.create(store).close();
        for (String mode : List.of("rw-r-----", "rw----r--", "rw--w----", "rw-rw-rw-")) {
            Files.setPosixFilePermissions(
                    folder.resolve("keys.vault"), PosixFilePermissions.fromString(mode));
            assertThatThrownBy(() -> Vaults.unlock(store, Vaults.PASSWORD))
                    .hasMessageStartingWith("VLT-607")
                    .hasMessageContaining(mode);
        }
        store.narrow();
        try (Vault vault = Vaults.unlock(store, Vaults.PASSWORD)) {
            Vaults.make(vault, "a");
        }
        for (Path wide : List.of(folder.resolve("keys.vault.bak"), folder)) {
            Files.setPosixFilePermissions(wide, PosixFilePermissions.fromString("rwxrwxrwx"));
            assertThatThrownBy(() -> Vaults.unlock(store, Vaults.PASSWORD))
                    .hasMessageStartingWith("VLT-607")
                    .hasMessageContaining(wide.toString());
            store.narrow();
        }
        assertThat(Vaults.unlock(store, Vaults.PASSWORD).keys()).hasSize(1);
    }

    @Test
    void writesNotWhileAnotherConsoleDoes() throws IOException {
        try (Vault vault = Vaults.create(store);
                FileChannel other =
                        FileChannel.open(
                                folder.resolve("keys.vault.lock"), StandardOpenOption.WRITE)) {
            var lock = other.lock();
            assertThatThrownBy(() -> Vaults.make(vault, "a")).hasMessageStartingWith("VLT-608");
            lock.release();
            Vaults.make(vault, "a");
        }
    }

    @Test
    void writesNotOverWhatAnotherConsoleWrote() {
        try (Vault one = Vaults.create(store);
                Vault other = Vaults.unlock(store, Vaults.PASSWORD)) {
            Vaults.make(one, "a");
            assertThatThrownBy(() -> Vaults.make(other, "b")).hasMessageStartingWith("VLT-609");
            assertThat(other.keys()).isEmpty();
        }
        assertThat(Vaults.unlock(store, Vaults.PASSWORD).keys())
                .extracting(VaultKey::name)
                .containsExactly("a");
    }

    @Test
    void saysWhereAVaultIsMissingOrInTheWay() throws IOException {
        assertThat(store.exists()).isFalse();
        assertThatThrownBy(() -> Vaults.unlock(store, Vaults.PASSWORD))
                .hasMessageStartingWith("VLT-601");
        Vaults.create(store).close();
        assertThatThrownBy(() -> Vaults.create(store)).hasMessageStartingWith("VLT-602");
        Files.writeString(folder.resolve("keys.vault"), "-----BEGIN SOMETHING-----");
        assertThatThrownBy(() -> Vaults.unlock(store, Vaults.PASSWORD))
                .hasMessageStartingWith("VLT-603");
    }

    @Test
    void aVanishedFolderIsToldAndNoKeyIsMade() throws IOException {
        try (Vault vault = Vaults.create(store)) {
            Vaults.make(vault, "a");
            Files.move(folder, parent.resolve("moved"));
            assertThatThrownBy(() -> Vaults.make(vault, "b")).hasMessageStartingWith("VLT-613");
            Files.move(parent.resolve("moved"), folder);
            assertThat(vault.keys()).hasSize(1);
            Vaults.make(vault, "b");
        }
        assertThat(Vaults.unlock(store, Vaults.PASSWORD).keys()).hasSize(2);
    }

    @Test
    void noPrivateKeyIsInTheFileOrInAnythingPrinted() {
        byte[] seed = new byte[48];
        seed[47] = 1;
        try (Vault vault = Vaults.create(store);
                AccountPrivateKey key =
                        AccountPrivateKey.ofSeed(SignatureAlgorithm.ECDSA_P256, seed)) {
            String digits = key.lend(raw -> HexFormat.of().formatHex(raw));
            vault.add(key, Vaults.details("a"));
            assertThat(HexFormat.of().formatHex(store.read())).doesNotContain(digits);
            assertThat(vault + " " + vault.keys() + vault.signer("a", "flow-emulator"))
                    .doesNotContain(digits);
        }
    }
}
