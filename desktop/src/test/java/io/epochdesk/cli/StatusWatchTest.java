package io.epochdesk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.epochdesk.board.Board;
import io.epochdesk.board.BoardSnapshot;
import io.epochdesk.board.SampleBoards;
import io.epochdesk.board.SampleBoards.Size;
import io.epochdesk.network.NetworkProfiles;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

class StatusWatchTest {

    private static final SampleBoards BOARDS = SampleBoards.of(Size.SMALL);
    private final Trial trial = new Trial(BOARDS.auction());
    private CompletableFuture<ExitCode> ended = new CompletableFuture<>();
    private Thread following = new Thread();

    @BeforeEach
    void follow() {
        Surroundings surroundings = trial.surroundings();
        StatusPrinter printer =
                new StatusPrinter(surroundings, NetworkProfiles.emulator(), false, true, true);
        Board board = trial.open(NetworkProfiles.emulator());
        StatusWatch watch =
                new StatusWatch(
                        board,
                        null,
                        printer,
                        surroundings.clock(),
                        Duration.ofSeconds(60),
                        new StatusWatch.First(trial.board.current(), null, ExitCode.FINE));
        following =
                Thread.ofVirtual()
                        .start(
                                () -> {
                                    try {
                                        ended.complete(watch.follow(trial.pulse));
                                    } catch (InterruptedException e) {
                                        ended.completeExceptionally(e);
                                    }
                                });
        Awaitility.await().until(trial.pulse::isStarted);
    }

    @Test
    void printsNothingWhileNothingChanges() throws InterruptedException {
        trial.now = trial.now.plusSeconds(59);
        trial.pulse.crank();
        assertThat(trial.out()).isEmpty();
    }

    @Test
    void printsOneLineWhenSomethingChanges() throws InterruptedException {
        trial.board.publish(BOARDS.setup());
        trial.pulse.crank();
        trial.pulse.crank();
        assertThat(trial.out().lines())
                .hasSize(1)
                .first()
                .asString()
                .contains("\"phase\":\"epochSetup\"");
    }

    @Test
    void printsAtTheLatestAfterTheInterval() throws InterruptedException {
        trial.now = trial.now.plusSeconds(60);
        trial.pulse.crank();
        assertThat(trial.out().lines()).hasSize(1);
    }

    @Test
    void thePassingOfViewsIsNoChange() throws InterruptedException {
        BoardSnapshot later =
                new SampleBoards(Size.SMALL, 1, SampleBoards.NOW.plusSeconds(5)).auction();
        trial.board.publish(later);
        trial.pulse.crank();
        assertThat(trial.out()).isEmpty();
    }

    @Test
    void interruptingEndsItAndThePulse() {
        following.interrupt();
        Awaitility.await().until(ended::isDone);
        assertThat(trial.pulse.isClosed()).isTrue();
    }
}
