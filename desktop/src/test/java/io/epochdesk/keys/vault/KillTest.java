package io.epochdesk.keys.vault;

import static org.assertj.core.api.Assertions.assertThat;

import io.epochdesk.keys.DomainTag;
import io.epochdesk.parallel.BesideOthers;
import io.epochdesk.process.OwnProcess;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** A real process killed in the middle of writing: no key that it said it had made is ever lost. */
@BesideOthers
class KillTest {

    @TempDir private Path folder = Path.of("");

    @Test
    void noKeyIsLostByTwentyFiveKills() throws Exception {
        kill(25);
    }

    @Tag("soak")
    @Test
    void noKeyIsLostByAThousandKills() throws Exception {
        kill(1_000);
    }

    private void kill(int times) throws IOException, InterruptedException {
        VaultStore store = new VaultStore(folder.resolve("keys"));
        Vaults.create(store).close();
        Random random = new Random(7);
        int told = -1;
        for (int i = 0; i < times; i++) {
            told = lastToldBeforeTheKill(told + 2, random);
            requireLatest(store, told);
        }
        assertThat(told).isGreaterThan(times);
    }

    private int lastToldBeforeTheKill(int from, Random random)
            throws IOException, InterruptedException {
        Process writer =
                OwnProcess.of(
                                List.of("-Xshare:auto"),
                                KilledWriter.class.getName(),
                                folder.resolve("keys").toString(),
                                Integer.toString(from))
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        try (BufferedReader said = writer.inputReader()) {
            int last = Integer.parseInt(said.readLine());
            long until = System.nanoTime() + random.nextInt(20_000_000);
            while (System.nanoTime() < until) {
                Thread.onSpinWait();
            }
            // by its handle: the process itself would close what it said
            assertThat(writer.toHandle().destroyForcibly()).isTrue();
            assertThat(writer.waitFor(5, TimeUnit.MINUTES)).isTrue();
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                last = Integer.parseInt(line);
            }
            return last;
        }
    }

    private static void requireLatest(VaultStore store, int told) {
        try (Vault vault = Vaults.unlock(store, Vaults.PASSWORD)) {
            List<String> names = vault.keys().stream().map(VaultKey::name).toList();
            assertThat(names).contains("k" + told).hasSizeBetween(1, KilledWriter.KEPT);
            for (String name : names) {
                assertThat(vault.signer(name, "flow-emulator").sign(DomainTag.USER.bytes()))
                        .hasSize(64);
            }
        }
    }
}
