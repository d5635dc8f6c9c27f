package io.epochdesk.keys.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * A real disk of 64 KiB that is filled, made read-only and taken out: a clear fault each, and the
 * vault as it was. Runs where this user may mount one; {@link PowerCutTest} does the same
 * everywhere through the file port.
 */
class TinyDiskTest {

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path parent = Path.of("");

    private Path disk = Path.of("");
    private VaultStore store = new VaultStore(disk);

    @BeforeEach
    void mount() throws Exception {
        disk = Files.createDirectory(parent.resolve("disk"));
        assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", disk.toString()));
        store = new VaultStore(disk.resolve("keys"));
    }

    @AfterEach
    void unmount() throws Exception {
        run("umount", disk.toString());
    }

    @Test
    void aFullDiskIsToldAndTheVaultStaysAsItWas() throws Exception {
        try (Vault vault = Vaults.create(store)) {
            Vaults.make(vault, "a");
            Path filling = disk.resolve("filling");
            fill(filling);
            assertThatThrownBy(() -> Vaults.make(vault, "b")).hasMessageStartingWith("VLT-612");
            assertThat(vault.keys()).hasSize(1);
            assertThat(Vaults.unlock(store, Vaults.PASSWORD).keys()).hasSize(1);
            Files.delete(filling);
            Vaults.make(vault, "b");
        }
        assertThat(Vaults.unlock(store, Vaults.PASSWORD).keys()).hasSize(2);
    }

    @Test
    void aReadOnlyDiskIsToldAndTheVaultStaysAsItWas() throws Exception {
        try (Vault vault = Vaults.create(store)) {
            Vaults.make(vault, "a");
            assumeTrue(run("mount", "-o", "remount,ro", disk.toString()));
            assertThatThrownBy(() -> Vaults.make(vault, "b"))
                    .hasMessageStartingWith("VLT-611")
                    .hasMessageContaining("Read-only file system");
            assertThat(Vaults.unlock(store, Vaults.PASSWORD).keys()).hasSize(1);
            assumeTrue(run("mount", "-o", "remount,rw", disk.toString()));
            Vaults.make(vault, "b");
        }
        assertThat(Vaults.unlock(store, Vaults.PASSWORD).keys()).hasSize(2);
    }

    @Test
    void aDiskThatIsTakenOutIsToldAndNothingIsWrittenBelowIt() throws Exception {
        try (Vault vault = Vaults.create(store)) {
            Vaults.make(vault, "a");
            assumeTrue(run("umount", "-l", disk.toString()));
            assertThatThrownBy(() -> Vaults.make(vault, "b")).hasMessageStartingWith("VLT-613");
            assertThat(vault.keys()).hasSize(1);
        }
        assertThat(disk).isEmptyDirectory();
    }

    private static void fill(Path file) throws IOException {
        try (var out = Files.newOutputStream(file)) {
            byte[] zeros = new byte[1_024];
            while (true) {
                out.write(zeros);
            }
        } catch (IOException e) {
            assertThat(e).hasMessageContaining("No space left");
        }
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            // no such program here
            return false;
        }
    }
}
