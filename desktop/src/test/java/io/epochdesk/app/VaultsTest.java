package io.epochdesk.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.epochdesk.board.SampleBoards;
import io.epochdesk.board.SampleBoards.Size;
import io.epochdesk.board.StillBoard;
import io.epochdesk.network.NetworkProfiles;
import io.epochdesk.ui.HandThread;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.stream.Stream;

/** A rehearsal's keys are never among the operator's, and are gone with the window. */
final class VaultsTest {

    private final SampleBoards samples =
            new SampleBoards(Size.MAINNET, 1, Clock.systemUTC().instant());
    private final StillRehearsals rehearsals = new StillRehearsals();

    @TempDir private Path data;
    @TempDir private Path temporary;

    @Test
    void aRehearsalHasAVaultOfItsOwn() {
        try (Vaults vaults = new Vaults(Clock.systemUTC(), temporary)) {
            vaults.watch(network(null));
            assertThat(vaults.door(data).store().place()).startsWith(data.toString());
            var own = vaults.session();

            vaults.watch(network(rehearsals.start()));

            assertThat(vaults.door(data).store().place()).startsWith(temporary.toString());
            assertThat(vaults.session()).isNotSameAs(own);
        }
    }

    @Test
    void itIsThrownAwayInTheEnd() throws IOException {
        Vaults vaults = new Vaults(Clock.systemUTC(), temporary);
        vaults.watch(network(rehearsals.start()));
        Path file = Path.of(vaults.door(data).store().place());
        Files.createDirectories(file.getParent());
        Files.write(file, new byte[10]);

        vaults.close();

        try (Stream<Path> left = Files.list(temporary)) {
            assertThat(left).isEmpty();
        }
    }

    private OpenNetwork network(@Nullable RunningRehearsal rehearsal) {
        return new OpenNetwork(
                NetworkProfiles.emulator(),
                new StillBoard(samples.setup()),
                rehearsal,
                Runnable::run,
                new HandThread());
    }
}
