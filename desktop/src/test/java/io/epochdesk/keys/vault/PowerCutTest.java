package io.epochdesk.keys.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.epochdesk.fault.FaultException;
import io.epochdesk.fault.VaultFault;
import io.epochdesk.keys.vault.CrashingFiles.PowerCut;
import io.epochdesk.keys.vault.CrashingFiles.Unforced;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Every writing of the vault, cut at every file operation, with every combination of names that
 * reached the disk and every fate of what was not forced: afterwards the vault is the one before or
 * the one after, and opens.
 */
class PowerCutTest {

    private final Map<List<Object>, List<String>> opened = new HashMap<>();

    private record Change(String what, Consumer<Vault> act, List<String> after, String password) {}

    private static final byte[] BACKUP = backup();

    private static final List<Change> CHANGES =
            List.of(
                    new Change(
                            "make",
                            vault -> Vaults.make(vault, "c"),
                            List.of("a", "b", "c"),
                            Vaults.PASSWORD),
                    new Change(
                            "rename",
                            vault -> vault.rename("a", "z"),
                            List.of("z", "b"),
                            Vaults.PASSWORD),
                    new Change(
                            "destroy", vault -> vault.destroy("a"), List.of("b"), Vaults.PASSWORD),
                    new Change(
                            "assign",
                            vault -> vault.assign("a", "f8d6e0586b0a20c7", 3),
                            List.of("a f8d6e0586b0a20c7 3", "b"),
                            Vaults.PASSWORD),
                    new Change(
                            "restore",
                            vault ->
                                    vault.restore(
                                            BACKUP,
                                            "f",
                                            Vaults.password(Vaults.OTHER_PASSWORD),
                                            _ -> true),
                            List.of("a", "b", "c", "d"),
                            Vaults.PASSWORD),
                    new Change(
                            "passwd",
                            vault ->
                                    vault.changePassword(
                                            Vaults.password(Vaults.PASSWORD),
                                            Vaults.password(Vaults.OTHER_PASSWORD),
                                            KdfParameters.LEAST),
                            List.of("a", "b"),
                            Vaults.OTHER_PASSWORD));

    @Test
    void aCutWritingLeavesTheVaultBeforeOrAfter() {
        int seen = 0;
        for (Change change : CHANGES) {
            for (int cut = 1; ; cut++) {
                CrashingFiles files = withTwoKeys();
                Vault vault = Vaults.unlock(new VaultStore(files), Vaults.PASSWORD);
                files.cutAt(cut);
                boolean done = survives(() -> change.act().accept(vault));
                for (int names = 0; names < 1 << files.pendingNames(); names++) {
                    for (Unforced unforced : Unforced.values()) {
                        requireBeforeOrAfter(files.afterCut(names, unforced), change, done);
                        seen++;
                    }
                }
                if (done) {
                    break;
                }
            }
        }
        assertThat(seen).isGreaterThan(500);
    }

    @Test
    void aCutCreationLeavesNoVaultOrAWholeOne() {
        for (int cut = 1; ; cut++) {
            CrashingFiles files = new CrashingFiles();
            files.cutAt(cut);
            boolean done = survives(() -> Vaults.create(new VaultStore(files)));
            for (int names = 0; names < 1 << files.pendingNames(); names++) {
                for (Unforced unforced : Unforced.values()) {
                    VaultStore store = new VaultStore(files.afterCut(names, unforced));
                    if (store.exists()) {
                        assertThat(Vaults.unlock(store, Vaults.PASSWORD).keys()).isEmpty();
                    } else {
                        assertThat(done).isFalse();
                        Vaults.create(store);
                    }
                }
            }
            if (done) {
                break;
            }
        }
    }

    @Test
    void aFailingOperationIsToldAndLeavesTheVaultBeforeOrAfter() {
        for (Change change : CHANGES) {
            for (int failing = 1; ; failing++) {
                CrashingFiles files = withTwoKeys();
                VaultStore store = new VaultStore(files);
                Vault vault = Vaults.unlock(store, Vaults.PASSWORD);
                boolean done = fails(files, vault, change, failing, "No space left on device");
                requireBeforeOrAfter(files, change, done);
                if (done) {
                    break;
                }
                if (Vaults.unlock(store, passwordThatOpens(store)).keys().size()
                        == vault.keys().size()) {
                    assertThat(vault.keys().stream().map(VaultKey::name)).contains("b");
                }
            }
        }
    }

    @Test
    void saysWhenOnlyTheFileBeforeStillOpensWithTheOldPassword() {
        CrashingFiles files = withTwoKeys();
        VaultStore store = new VaultStore(files);
        Vault vault = Vaults.unlock(store, Vaults.PASSWORD);
        int[] renamed = {0};
        files.refuse(
                what ->
                        what.equals("rename keys.vault.new") && ++renamed[0] == 2
                                ? new IOException("No space left on device")
                                : null);
        assertThatThrownBy(
                        () ->
                                vault.changePassword(
                                        Vaults.password(Vaults.PASSWORD),
                                        Vaults.password(Vaults.OTHER_PASSWORD),
                                        KdfParameters.LEAST))
                .hasMessageStartingWith(VaultFault.Kind.OLD_BACKUP.code());
        files.refuse(null);
        assertThat(Vaults.unlock(store, Vaults.OTHER_PASSWORD).keys()).hasSize(2);
        Vaults.make(vault, "c");
        assertThat(Vaults.unlock(store, Vaults.OTHER_PASSWORD).keys()).hasSize(3);
    }

    @Test
    void saysWhatIsWrongWithTheDisk() {
        requireCode(new IOException("No space left on device"), VaultFault.Kind.DISK_FULL);
        requireCode(new IOException("Disk quota exceeded"), VaultFault.Kind.DISK_FULL);
        requireCode(new NoSuchFileException("gone"), VaultFault.Kind.FOLDER_GONE);
        requireCode(new AccessDeniedException("folder"), VaultFault.Kind.CANNOT_WRITE);
        requireCode(
                new IOException(new ReadOnlyFileSystemException()), VaultFault.Kind.CANNOT_WRITE);
    }

    private static void requireCode(IOException failure, VaultFault.Kind kind) {
        CrashingFiles files = withTwoKeys();
        VaultStore store = new VaultStore(files);
        Vault vault = Vaults.unlock(store, Vaults.PASSWORD);
        files.refuse(what -> what.startsWith("write") ? failure : null);
        assertThatThrownBy(() -> Vaults.make(vault, "c")).hasMessageStartingWith(kind.code());
        files.refuse(null);
        assertThat(vault.keys()).hasSize(2);
        assertThat(Vaults.unlock(store, Vaults.PASSWORD).keys()).hasSize(2);
        // and it goes on as soon as the disk does
        Vaults.make(vault, "c");
        assertThat(Vaults.unlock(store, Vaults.PASSWORD).keys()).hasSize(3);
    }

    private static boolean fails(
            CrashingFiles files, Vault vault, Change change, int failing, String reason) {
        int[] count = {0};
        files.refuse(_ -> ++count[0] == failing ? new IOException(reason) : null);
        try {
            change.act().accept(vault);
            return count[0] < failing;
        } catch (FaultException e) {
            assertThat(e.fault()).isInstanceOf(VaultFault.class);
            return false;
        } finally {
            files.refuse(null);
        }
    }

    private static String passwordThatOpens(VaultStore store) {
        try {
            Vaults.unlock(store, Vaults.PASSWORD).close();
            return Vaults.PASSWORD;
        } catch (FaultException e) {
            return Vaults.OTHER_PASSWORD;
        }
    }

    private void requireBeforeOrAfter(CrashingFiles disk, Change change, boolean done) {
        VaultStore store = new VaultStore(disk);
        List<String> after = names(store, change.password());
        List<String> before = names(store, Vaults.PASSWORD);
        if (done) {
            assertThat(after).as(change.what()).isEqualTo(change.after());
        } else {
            assertThat(after.equals(change.after()) || before.equals(List.of("a", "b")))
                    .as("%s: %s or %s", change.what(), before, after)
                    .isTrue();
        }
    }

    /** What an unlocking brings; the same file need not be unlocked twice. */
    private List<String> names(VaultStore store, String password) {
        byte[] file;
        try {
            file = store.read();
        } catch (FaultException e) {
            return List.of(e.fault().code());
        }
        return opened.computeIfAbsent(
                List.of(ByteBuffer.wrap(file), password), _ -> unlocked(store, password));
    }

    private static List<String> unlocked(VaultStore store, String password) {
        try (Vault vault = Vaults.unlock(store, password)) {
            return vault.keys().stream()
                    .map(
                            key ->
                                    key.address().isEmpty()
                                            ? key.name()
                                            : "%s %s %d"
                                                    .formatted(
                                                            key.name(),
                                                            key.address(),
                                                            key.keyIndex()))
                    .toList();
        } catch (FaultException e) {
            return List.of(e.fault().code());
        }
    }

    private static byte[] backup() {
        try (Vault vault = Vaults.create(new VaultStore(new CrashingFiles()))) {
            Vaults.make(vault, "c");
            Vaults.make(vault, "d");
            return vault.backup(Vaults.password(Vaults.OTHER_PASSWORD), KdfParameters.LEAST);
        }
    }

    private static CrashingFiles withTwoKeys() {
        CrashingFiles files = new CrashingFiles();
        try (Vault vault = Vaults.create(new VaultStore(files))) {
            Vaults.make(vault, "a");
            Vaults.make(vault, "b");
        }
        return files;
    }

    private static boolean survives(Runnable act) {
        try {
            act.run();
            return true;
        } catch (PowerCut e) {
            return false;
        }
    }
}
