package io.epochdesk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.epochdesk.board.BoardSnapshot;
import io.epochdesk.board.SampleBoards;
import io.epochdesk.board.SampleBoards.Size;
import io.epochdesk.live.HandCrankedPulse;
import io.epochdesk.settings.Settings;
import io.epochdesk.text.Formats;
import io.epochdesk.text.Words;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;

class ProgressTest {

    private static final SampleBoards BOARDS = SampleBoards.of(Size.SMALL);

    private final HandCrankedPulse pulse = new HandCrankedPulse();
    private final StringWriter err = new StringWriter();
    private final Words words = new Words(Locale.ENGLISH);
    private boolean watched = true;
    private Instant now = Instant.EPOCH;
    private final Progress progress =
            new Progress(() -> pulse, new PrintWriter(err), () -> watched, words, () -> now);

    @Test
    void halfASecondNeedsNoWord() throws InterruptedException {
        try (Progress.Wait _ = progress.begin(() -> "Reading")) {
            assertThat(pulse.crank()).isEqualTo(Progress.PATIENCE);
        }
        assertThat(err).hasToString("");
        assertThat(pulse.isClosed()).isTrue();
    }

    @Test
    void whatIsWaitedForStandsInOneLineAndIsTakenAway() throws InterruptedException {
        try (Progress.Wait wait = progress.begin(() -> "Reading much")) {
            pulse.crank();
            now = now.plusSeconds(3);
            pulse.crank();
            assertThat(screen()).isEqualTo("Reading much … 3 s, Ctrl-C ends it");
            wait.now(() -> "Thinking");
            pulse.crank();
            assertThat(screen()).isEqualTo("Thinking … 3 s, Ctrl-C ends it");
        }
        assertThat(screen()).isEmpty();
        assertThat(err.toString()).doesNotContain("\n");
    }

    @Test
    void nothingIsSaidWhereNobodyWatches() throws InterruptedException {
        watched = false;
        try (Progress.Wait _ = progress.begin(() -> "Reading")) {
            pulse.crank();
            assertThat(pulse.crank()).isGreaterThan(Duration.ofHours(1));
        }
        assertThat(err).hasToString("");
    }

    @Test
    void whatIsPrintedMeanwhileStandsOnALineOfItsOwn() throws InterruptedException {
        try (Progress.Wait wait = progress.begin(() -> "Reading")) {
            pulse.crank();
            pulse.crank();
            wait.aside(() -> assertThat(screen()).isEmpty());
            pulse.crank();
            assertThat(screen()).startsWith("Reading");
        }
    }

    @Test
    void aLookThatComesTooLateSaysNothing() throws InterruptedException {
        try (Progress.Wait wait = progress.begin(() -> "Reading")) {
            pulse.crank();
            wait.done();
            pulse.crank();
            assertThat(err).hasToString("");
        }
    }

    @Test
    void aLineFitsIntoANarrowTerminal() throws InterruptedException {
        try (Progress.Wait _ = progress.begin(() -> "x".repeat(200))) {
            pulse.crank();
            pulse.crank();
            assertThat(screen()).hasSize(Progress.WIDTH).endsWith("…");
        }
    }

    @Test
    void statusSaysWhatItWaitsForWhileItReads() throws InterruptedException {
        Trial trial = new Trial(BoardSnapshot.empty());
        trial.watched = true;
        CompletableFuture<Integer> code = CompletableFuture.supplyAsync(() -> trial.run("status"));
        Awaitility.await().until(trial.progress::isStarted);
        trial.progress.crank();
        trial.progress.crank();
        assertThat(trial.err()).endsWith("\rConnecting to Mainnet … 0 s, Ctrl-C ends it");
        trial.board.publish(reading(BOARDS.setup()));
        Awaitility.await().until(() -> trial.out().contains("Epoch 213"));
        trial.now = trial.now.plusSeconds(2);
        trial.progress.crank();
        assertThat(trial.err().replace(Formats.SEPARATOR, ' '))
                .endsWith(
                        "\r"
                                + "Reading the whiteboard: height 98 765 000 of 98 765 432 … 2 s,"
                                + " Ctrl-C ends it");
        trial.board.publish(Trial.whole(BOARDS.setup()));
        code.join();
        assertThat(screen(trial.err())).isEmpty();
    }

    @Test
    void eachThingThatABoardMayLackHasWords() {
        BoardSnapshot setup = BOARDS.setup();
        assertThat(waiting(BoardSnapshot.empty())).isEqualTo("Connecting to Mainnet");
        assertThat(waiting(reading(setup))).startsWith("Reading the whiteboard: height");
        assertThat(waiting(Trial.whole(setup))).isEqualTo("Checking votes and whiteboard");
    }

    private String waiting(BoardSnapshot board) {
        return BoardWait.of(words, Settings.defaults().network("mainnet"), board)
                .replace(Formats.SEPARATOR, ' ');
    }

    /** The board while its whiteboard is read. */
    private static BoardSnapshot reading(BoardSnapshot board) {
        return Trial.knownTo(board, 98_765_000);
    }

    private String screen() {
        return screen(err.toString());
    }

    /** What stands in the last line of a terminal that was sent this. */
    private static String screen(String sent) {
        StringBuilder line = new StringBuilder();
        int column = 0;
        for (int i = 0; i < sent.length(); i++) {
            char each = sent.charAt(i);
            if (each == '\r') {
                column = 0;
            } else if (each == '\n') {
                line.setLength(0);
                column = 0;
            } else {
                line.replace(column, Math.min(line.length(), column + 1), String.valueOf(each));
                column++;
            }
        }
        return line.toString().stripTrailing();
    }
}
