package io.epochdesk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.epochdesk.board.BoardSnapshot;
import io.epochdesk.board.PlayedBoards;
import io.epochdesk.board.SampleBoards;
import io.epochdesk.board.SampleBoards.Size;
import io.epochdesk.text.Formats;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * The text of a few boards, compared with what is kept; the output of a failing one is in {@code
 * target/cli}.
 */
class StatusTextTest {

    static Stream<Arguments> boards() {
        SampleBoards small = SampleBoards.of(Size.SMALL);
        return Stream.of(
                Arguments.of("auction", small.auction()),
                Arguments.of("setup", small.setup()),
                Arguments.of("almost-done", small.almostDone()),
                Arguments.of("committed", small.committed()),
                Arguments.of("stale", small.stale()),
                Arguments.of("partly-failing", small.partlyFailing()),
                Arguments.of("lost", ExitCodeTest.lost()),
                Arguments.of("mainnet-setup", SampleBoards.of(Size.MAINNET).setup()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("boards")
    void readsAsItIsKept(String name, BoardSnapshot board) throws IOException {
        Trial trial = new Trial(board);
        trial.run("status");
        String text = trial.out().replace(Formats.SEPARATOR, ' ');
        Files.createDirectories(Path.of("target/cli"));
        Files.writeString(Path.of("target/cli", name + ".txt"), text);
        assertThat(text)
                .isEqualTo(
                        Files.readString(
                                Path.of("src/test/resources/io/epochdesk/cli", name + ".txt")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("boards")
    void fitsIntoAHundredColumnsWithoutColours(String name, BoardSnapshot board) {
        Trial trial = new Trial(board);
        trial.run("status");
        assertThat(trial.out().lines())
                .as(name)
                .allSatisfy(
                        line ->
                                assertThat(line)
                                        .hasSizeLessThanOrEqualTo(100)
                                        .doesNotContain("\u001b"));
    }

    @Test
    void whatTheConsoleMakesOfTheBoardIsToldInWordsAndInJson() {
        Trial text = new Trial(PlayedBoards.DISQUALIFIED.snapshot());
        text.run("status");
        assertThat(text.out().replaceAll("\\s+", " "))
                .contains("Judged here: it has succeeded. The vectors of 9 dealers count; 8")
                .contains("Dealer 9 is out: its answer to node 0 does not fit its vector.")
                .contains("Node 9 sees it otherwise.");
        Trial json = new Trial(PlayedBoards.OTHER_KEYS.snapshot());
        json.run("status", "--json");
        assertThat(json.out())
                .contains("\"event\" : \"EpochCommit\"")
                .contains("\"agreement\" : \"differs\"");
    }
}
