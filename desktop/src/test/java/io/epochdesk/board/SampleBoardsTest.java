package io.epochdesk.board;

import static org.assertj.core.api.Assertions.assertThat;

import io.epochdesk.board.SampleBoards.Size;
import io.epochdesk.dkg.DkgMatrix;
import io.epochdesk.dkg.MessageKind;
import io.epochdesk.dkg.Whiteboard;
import io.epochdesk.dkg.WhiteboardEntry.Flag;
import io.epochdesk.quorum.ClusterTally;
import io.epochdesk.quorum.VotingRound;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class SampleBoardsTest {

    @ParameterizedTest
    @EnumSource
    void theSetupBoardHasEveryKindOfTrouble(Size size) {
        Whiteboard board = SampleBoards.of(size).setup().whiteboard().value().orElseThrow();

        assertThat(board.tally().kinds()).containsOnlyKeys(MessageKind.values());
        assertThat(board.tally().flags().keySet())
                .containsExactlyInAnyOrder(
                        Flag.WRONG_INSTANCE,
                        Flag.WRONG_SIZE,
                        Flag.DUPLICATE,
                        Flag.REPEATED_KIND,
                        Flag.UNPARSABLE,
                        Flag.UNKNOWN_KIND,
                        Flag.SUBJECT_OUT_OF_RANGE);
    }

    @ParameterizedTest
    @EnumSource
    void inTheSetupBoardTheFirstClusterCannotComplete(Size size) {
        VotingRound round = SampleBoards.of(size).setup().voting().value().orElseThrow();

        assertThat(round.clusters()).hasSize(size.clusters);
        assertThat(
                        round.clusters().stream()
                                .filter(cluster -> !cluster.canComplete())
                                .map(ClusterTally::index))
                .contains(0);
    }

    @ParameterizedTest
    @EnumSource
    void theMatrixHasARowForEveryMember(Size size) {
        DkgMatrix matrix = SampleBoards.of(size).setup().matrix().value().orElseThrow();

        assertThat(matrix.rows()).hasSize(size.consensus);
        assertThat(matrix.rows().getFirst().complaintsAgainst()).containsExactly(1, 2);
        assertThat(matrix.rows().getFirst().unanswered()).containsExactly(2);
        assertThat(matrix.rows().getLast().vectorOverdue()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void theCommittedBoardIsComplete(Size size) {
        BoardSnapshot board = SampleBoards.of(size).committed();

        assertThat(board.voting().value().orElseThrow().isComplete()).isTrue();
        assertThat(board.dkg().value().orElseThrow().complete()).isTrue();
        assertThat(board.attention()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void theLargeBoardIsAsLargeAsAskedFor(Size size) {
        assertThat(
                        SampleBoards.of(size)
                                .setupWithMessages(2_000)
                                .whiteboard()
                                .value()
                                .orElseThrow()
                                .entries())
                .hasSize(2_000);
    }

    @ParameterizedTest
    @EnumSource
    void theOtherBoardsCanBeMade(Size size) {
        SampleBoards boards = SampleBoards.of(size);

        assertThat(boards.auction().isWhiteboardCurrent()).isFalse();
        assertThat(boards.almostDone().isWhiteboardCurrent()).isTrue();
        assertThat(boards.stale().connection().fault()).isNotNull();
        assertThat(boards.partlyFailing().dkg().fault()).isPresent();
    }
}
