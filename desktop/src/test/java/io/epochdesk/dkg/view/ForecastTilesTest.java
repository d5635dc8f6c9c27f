package io.epochdesk.dkg.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.epochdesk.board.BoardSnapshot;
import io.epochdesk.board.PlayedBoards;
import io.epochdesk.board.SampleBoards;
import io.epochdesk.board.SampleBoards.Size;
import io.epochdesk.dkg.view.ForecastTile.Question;
import io.epochdesk.text.Words;
import io.epochdesk.ui.Tone;

import org.junit.jupiter.api.Test;

import java.util.Locale;

/** What the page answers: happy, complained, disqualified, silent, lying, failed, committed. */
final class ForecastTilesTest {

    private final Words words = new Words(Locale.ENGLISH);
    private final ForecastTiles tiles = new ForecastTiles(words);

    @Test
    void aHappyBoardIsOnItsWay() {
        BoardSnapshot board = PlayedBoards.HAPPY.snapshot();
        assertThat(said(board, Question.OUTCOME))
                .isEqualTo(
                        "PROGRESS On its way: 6 of 8 needed are in; 4 nodes are still to submit");
        assertThat(said(board, Question.DEALERS))
                .isEqualTo("SUCCESS 10 of 10 good: Nothing speaks against any of them");
        assertThat(said(board, Question.KEY)).endsWith(": Recomputed from 10 vectors");
        assertThat(tile(board, Question.KEY).copy()).hasSize(192);
        assertThat(said(board, Question.RESULTS))
                .isEqualTo("PROGRESS 6 of 6 agree: Exactly the keys that come of the board");
    }

    @Test
    void anOpenComplaintSaysWhoMustAnswer() {
        BoardSnapshot board = PlayedBoards.COMPLAINED.snapshot();
        assertThat(said(board, Question.DEALERS))
                .isEqualTo("ATTENTION 9 of 10 good: Must answer: 9");
        assertThat(tile(board, Question.DEALERS).full())
                .contains("Dealer 9: Out unless it answers node 5 in time");
        assertThat(said(board, Question.KEY)).endsWith(": As it stands, from 10 vectors");
        assertThat(said(board, Question.RESULTS))
                .isEqualTo("CALM None yet: They come after phase 3");
    }

    @Test
    void whoIsOutIsNamedWithReasonAndEvidence() {
        BoardSnapshot board = PlayedBoards.DISQUALIFIED.snapshot();
        assertThat(said(board, Question.OUTCOME)).startsWith("SUCCESS Has succeeded: 8 nodes");
        assertThat(tile(board, Question.DEALERS).full())
                .contains(
                        "Dealer 9: Out: its answer to node 0 does not fit its vector (message 11)");
        assertThat(said(board, Question.RESULTS))
                .isEqualTo("ATTENTION 8 of 9 agree: Node 9 has other keys altogether");
    }

    @Test
    void aSilentNodeIsOutOnceItsPhaseIsOver() {
        BoardSnapshot board = PlayedBoards.SILENT.snapshot();
        assertThat(said(board, Question.DEALERS)).isEqualTo("ATTENTION 9 of 10 good: Out: 9");
        assertThat(tile(board, Question.DEALERS).full())
                .contains("Dealer 9: Out: it posted no verification vector in time");
    }

    @Test
    void whoSeesItOtherwiseIsNamed() {
        BoardSnapshot board = PlayedBoards.LYING.snapshot();
        assertThat(said(board, Question.RESULTS))
                .isEqualTo("ATTENTION 5 of 7 agree: 3 nodes see it otherwise: 4, 6, 9");
        assertThat(tile(board, Question.RESULTS).full())
                .contains("Node 4 has another key for 4, 7")
                .contains("Node 6 says that its DKG failed")
                .contains("Node 9 posted for another DKG");
    }

    @Test
    void tooManyOutIsTheEnd() {
        BoardSnapshot board = PlayedBoards.FAILED.snapshot();
        assertThat(said(board, Question.OUTCOME))
                .isEqualTo(
                        "DANGER Has failed: Too many dealers are out: no key can come of the"
                                + " board.");
        assertThat(said(board, Question.KEY)).isEqualTo("DANGER None: Too many dealers are out");
        assertThat(headline(board)).startsWith("The DKG has failed: 5 of 10 dealers are out");
    }

    @Test
    void whatIsCommittedIsHeldAgainstTheBoard() {
        assertThat(said(PlayedBoards.COMMITTED.snapshot(), Question.KEY))
                .startsWith("SUCCESS")
                .endsWith("EpochCommit has the same keys");
        BoardSnapshot other = PlayedBoards.OTHER_KEYS.snapshot();
        assertThat(said(other, Question.KEY))
                .startsWith("DANGER")
                .endsWith("EpochCommit has other keys");
        assertThat(headline(other))
                .isEqualTo("EpochCommit has other keys than come of the whiteboard.");
    }

    @Test
    void withoutReviewThereIsNoForecastAndThePageSaysWhy() {
        BoardSnapshot board = SampleBoards.of(Size.SMALL).almostDone();
        assertThat(tiles.of(board)).isEmpty();
        assertThat(basis(board)).contains("The board could not be judged here.");
        assertThat(basis(SampleBoards.of(Size.SMALL).auction()))
                .endsWith("epochdesk verify --epoch 213");
        assertThat(basis(PlayedBoards.HAPPY.snapshot()))
                .startsWith("Judged here by the protocol’s rules from every message up to height")
                .endsWith("as the submissions’ mapping confirms.");
        assertThat(basis(PlayedBoards.SILENT.snapshot())).endsWith("nothing confirms it yet.");
    }

    private String headline(BoardSnapshot board) {
        return new DkgHeadline(words)
                .of(DkgCondition.of(board.dkg()), board, NodeRow.of(board), SampleBoards.NOW);
    }

    private String basis(BoardSnapshot board) {
        return new BasisSentence(words)
                .of(
                        DkgCondition.of(board.dkg()),
                        board,
                        board.dkg().value().map(Forecast::of).orElse(Forecast.NONE));
    }

    private String said(BoardSnapshot board, Question question) {
        ForecastTile tile = tile(board, question);
        Tone tone = tile.tone();
        return tone + " " + tile.value() + ": " + tile.note();
    }

    private ForecastTile tile(BoardSnapshot board, Question question) {
        return tiles.of(board).stream()
                .filter(tile -> tile.question() == question)
                .findFirst()
                .orElseThrow();
    }
}
