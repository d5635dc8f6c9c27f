package io.epochdesk.keys.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.epochdesk.keys.HashAlgorithm;
import io.epochdesk.keys.SignatureAlgorithm;
import io.epochdesk.keys.bootstrap.BootstrapCopy;
import io.epochdesk.keys.bootstrap.BootstrapFindings;
import io.epochdesk.keys.bootstrap.KeyExport.Form;
import io.epochdesk.keys.bootstrap.OfferedKey;
import io.epochdesk.keys.vault.Vault;
import io.epochdesk.keys.vault.VaultDoor;
import io.epochdesk.keys.vault.VaultKey;
import io.epochdesk.keys.vault.VaultSession;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** A rehearsal lets nothing real in and writes nothing outside; a real vault takes what fits. */
class KeyActsTest {

    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-09-09T12:00:00Z"), ZoneOffset.UTC);

    private final Path folder;
    private final VaultDoor door;
    private final VaultSession session = new VaultSession(CLOCK, () -> 0, Duration.ofMinutes(5));

    KeyActsTest(@TempDir Path folder) {
        this.folder = folder;
        door = new TrialVault(folder).door();
    }

    @BeforeEach
    void open() {
        session.opened(door.create(new TrialVault(folder).password()));
    }

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void aRehearsalLetsNothingRealIn() throws IOException {
        KeyActs acts = acts("flow-rehearsal", practice());
        BootstrapCopy real = BootstrapCopy.in(folder.resolve("real"));
        char[] typed = "11".repeat(32).toCharArray();
        assertThatThrownBy(() -> acts.look(real.folder())).hasMessageStartingWith("VLT-631");
        assertThatThrownBy(
                        () ->
                                acts.take(
                                        "x",
                                        SignatureAlgorithm.ECDSA_P256,
                                        HashAlgorithm.SHA3_256,
                                        typed))
                .hasMessageStartingWith("VLT-631");
        assertThat(typed).containsOnly('\0');
        assertThatThrownBy(
                        () ->
                                acts.take(
                                        "x",
                                        SignatureAlgorithm.ECDSA_P256,
                                        HashAlgorithm.SHA3_256,
                                        real.key()))
                .hasMessageStartingWith("VLT-631");
        assertThat(session.use().keys()).isEmpty();
    }

    @Test
    void aRehearsalTakesOnlyItsOwnFromABackup() {
        session.use()
                .make(SignatureAlgorithm.ECDSA_P256, TrialVault.details("real", "flow-mainnet"));
        session.use()
                .make(SignatureAlgorithm.ECDSA_P256, TrialVault.details("own", "flow-rehearsal"));
        Path backup = folder.resolve("b");
        assertThat(
                        acts("flow-mainnet", null)
                                .backUp(backup, "backup-1".toCharArray(), "backup-1".toCharArray()))
                .isEqualTo(2);
        VaultDoor other = new TrialVault(folder.resolve("other")).door();
        try (Vault empty = other.create(new TrialVault(folder).password())) {
            session.opened(empty);
            assertThat(acts("flow-rehearsal", practice()).restore(backup, "backup-1".toCharArray()))
                    .extracting(VaultKey::name)
                    .containsExactly("own");
        }
    }

    @Test
    void aRehearsalWritesInItsOwnFolderOnly() {
        KeyActs acts = acts("flow-rehearsal", practice());
        VaultKey key = acts.make("k", SignatureAlgorithm.ECDSA_P256, HashAlgorithm.SHA3_256);
        for (String outside : new String[] {"out.json", "practice/../out.json"}) {
            assertThatThrownBy(
                            () ->
                                    acts.export(
                                            key,
                                            Form.KEY,
                                            folder.resolve(outside),
                                            false,
                                            password()))
                    .hasMessageStartingWith("VLT-631");
        }
        acts.export(key, Form.KEY, practice().folder().resolve("k.json"), false, password());
        assertThat(practice().folder().resolve("k.json")).exists();
        assertThat(folder.resolve("out.json")).doesNotExist();
    }

    @Test
    void aKeyIsNotBoundToAnotherNetworkThanItsAccounts() throws IOException {
        KeyActs acts = acts("flow-mainnet", null);
        BootstrapCopy copy = BootstrapCopy.in(folder.resolve("emulated"));
        try (BootstrapFindings found = acts.look(copy.folder())) {
            OfferedKey offer = found.nodes().getFirst().offer().orElseThrow();
            assertThatThrownBy(() -> acts.take(Map.of(offer, "x")))
                    .hasMessageStartingWith("VLT-632");
        }
        VaultKey key = acts.make("k", SignatureAlgorithm.ECDSA_P256, HashAlgorithm.SHA3_256);
        assertThatThrownBy(() -> acts.assign(key, "f8d6e0586b0a20c7", 0))
                .hasMessageStartingWith("VLT-632");
        assertThat(acts.assign(key, "e467b9dd11fa00df", 1).address()).isEqualTo("e467b9dd11fa00df");
    }

    private KeyActs acts(String network, @Nullable Practice practice) {
        return new KeyActs(door, session, CLOCK, network, practice);
    }

    private Practice practice() {
        try {
            Path made = Files.createDirectories(folder.resolve("practice"));
            return new Practice(made, () -> new Practice.Offer(List.of(), List.of()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static char[] password() {
        return TrialVault.PASSWORD.toCharArray();
    }
}
