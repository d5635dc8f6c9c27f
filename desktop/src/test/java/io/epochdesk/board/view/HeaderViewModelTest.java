package io.epochdesk.board.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.epochdesk.board.BoardSnapshot;
import io.epochdesk.board.SampleBoards;
import io.epochdesk.board.SampleBoards.Size;
import io.epochdesk.network.AccessNode;
import io.epochdesk.network.Connection;
import io.epochdesk.network.Transport;
import io.epochdesk.text.Formats;
import io.epochdesk.text.Words;
import io.epochdesk.ui.Tone;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;

final class HeaderViewModelTest {

    private final SampleBoards boards = SampleBoards.of(Size.SMALL);
    private final HeaderViewModel model =
            new HeaderViewModel(new Formats(new Words(Locale.ENGLISH), ZoneOffset.UTC));

    @Test
    void saysWhereWeAreHowOldThatIsAndWhoSaysSo() {
        HeaderViewModel.Face face = face(boards.setup(), SampleBoards.NOW);
        assertThat(face.epoch()).isEqualTo("Epoch 213");
        assertThat(face.phase()).isEqualTo("Setup");
        assertThat(face.sealed()).endsWith("· 4 s ago");
        assertThat(face.source()).isEqualTo("sample-access-1");
        assertThat(face.state()).isEqualTo("Connected");
        assertThat(face.stale()).isFalse();
    }

    @Test
    void isStaleWhenNothingCameForAWhile() {
        Instant later = SampleBoards.NOW.plus(Duration.ofSeconds(30));
        assertThat(face(boards.setup(), later).stale()).isTrue();
    }

    @Test
    void tellsSinceWhenTheConnectionIsLost() {
        HeaderViewModel.Face face = face(boards.stale(), SampleBoards.NOW);
        assertThat(face.stateTone()).isEqualTo(Tone.DANGER);
        assertThat(face.faultSince()).isEqualTo(SampleBoards.NOW.minus(Duration.ofMinutes(2)));
    }

    @Test
    void plaintextOnThisMachineIsAuthenticated() {
        assertThat(face(boards.setup(), SampleBoards.NOW).authenticated()).isTrue();
    }

    @Test
    void plaintextOverANetworkIsNot() {
        BoardSnapshot board = boards.setup();
        AccessNode far = new AccessNode("far", "access.example", 9000, new Transport.Plaintext());
        Connection there = board.connection();
        Connection away =
                new Connection(
                        there.state(),
                        there.identity(),
                        far,
                        there.tip(),
                        there.tipSeenAt(),
                        there.latency(),
                        null);
        BoardSnapshot asked =
                new BoardSnapshot(
                        away,
                        board.epoch(),
                        board.deadlines(),
                        board.outlook(),
                        board.voting(),
                        board.dkg(),
                        board.whiteboard(),
                        board.matrix(),
                        board.attention());
        assertThat(face(asked, SampleBoards.NOW).authenticated()).isFalse();
    }

    private HeaderViewModel.Face face(BoardSnapshot board, Instant now) {
        model.show(board, now);
        return model.face().get();
    }
}
