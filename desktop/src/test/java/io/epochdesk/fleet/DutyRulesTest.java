package io.epochdesk.fleet;

import static io.epochdesk.fleet.Scenes.OWN;
import static io.epochdesk.fleet.Scenes.setupBegan;
import static io.epochdesk.fleet.Scenes.voting;

import static org.assertj.core.api.Assertions.assertThat;

import io.epochdesk.board.BoardSnapshot;
import io.epochdesk.board.SampleBoards;
import io.epochdesk.board.SampleBoards.Size;
import io.epochdesk.dkg.DkgMatrix;
import io.epochdesk.fleet.Duty.State;
import io.epochdesk.history.Observations.Deed;
import io.epochdesk.history.Observations.FirstSeen;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

final class DutyRulesTest {

    private final Instant began = setupBegan();
    private DeedLog log = new DeedLog(214, List.of());

    @Test
    void aNodeIsLateWhenTheOthersNeededHalfTheTimeThatHasPassed() {
        look(began.plusSeconds(10), 9, 1);
        look(began.plusSeconds(60), 9, 1, 2, 3, 4, 5);
        assertThat(state(look(began.plusSeconds(100), 9, 1, 2, 3, 4, 5)))
                .as("five of eight are too few to compare with")
                .isEqualTo(State.OPEN);

        assertThat(state(look(began.plusSeconds(120), 9, 1, 2, 3, 4, 5, 6)))
                .as("six of eight needed 120 s, and no more have passed")
                .isEqualTo(State.OPEN);
        assertThat(state(look(began.plusSeconds(240), 9, 1, 2, 3, 4, 5, 6))).isEqualTo(State.OPEN);
        assertThat(state(look(began.plusSeconds(241), 9, 1, 2, 3, 4, 5, 6, 7)))
                .isEqualTo(State.LATE);
        assertThat(state(look(began.plusSeconds(300), 9, 0, 1, 2, 3, 4, 5, 6, 7)))
                .isEqualTo(State.DONE);
    }

    @Test
    void whoeverComesInTheMiddleOfSetupSeesLatenessAtTheNextLook() {
        Instant first = began.plus(Duration.ofHours(3));
        assertThat(state(look(first, 5, 1, 2, 3, 4))).isEqualTo(State.OPEN);
        assertThat(state(look(first.plusSeconds(1), 5, 1, 2, 3, 4))).isEqualTo(State.LATE);
    }

    @Test
    void whatAnEarlierConsoleSawCounts() {
        List<FirstSeen> before = new ArrayList<>();
        for (int i = 1; i <= 4; i++) {
            before.add(
                    new FirstSeen(214, Scenes.node(i), Deed.VOTE, began.plusSeconds(30L * i), 100));
        }
        log = new DeedLog(214, before);

        assertThat(state(look(began.plusSeconds(150), 5, 1, 2, 3, 4))).isEqualTo(State.OPEN);
        assertThat(state(look(began.plusSeconds(181), 5, 1, 2, 3, 4))).isEqualTo(State.LATE);
    }

    @Test
    void aNodeAloneInItsDutyIsNeverLate() {
        look(began.plusSeconds(1), 1);
        assertThat(state(look(began.plus(Duration.ofHours(2)), 1))).isEqualTo(State.OPEN);
    }

    @Test
    void aVoteThatSetupEndedWithoutIsMissed() {
        BoardSnapshot over = Scenes.committed(Scenes.NOW, 5, 1, 2, 3, 4);
        assertThat(state(new DutyRules(over, log).of(Set.of(OWN)))).isEqualTo(State.MISSED);
    }

    @Test
    void nothingIsAskedOfStrangersOrInTheAuction() {
        assertThat(new DutyRules(voting(began, 3, 1), log).of(Set.of(Scenes.node(77)))).isEmpty();
        assertThat(new DutyRules(Scenes.auction(), log).of(Set.of(OWN))).isEmpty();
    }

    @Test
    void aConsensusNodePostsInPhaseOneAndSubmitsAfterPhaseThree() {
        SampleBoards samples = SampleBoards.of(Size.MAINNET);
        BoardSnapshot phase2 = samples.setup();
        String silent =
                phase2.matrix().value().orElseThrow().rows().stream()
                        .filter(row -> row.vector() == DkgMatrix.Vector.MISSING)
                        .map(DkgMatrix.Row::nodeId)
                        .findFirst()
                        .orElseThrow();
        assertThat(new DutyRules(phase2, log).of(Set.of(silent)))
                .extracting(Duty::deed, Duty::state)
                .containsExactlyInAnyOrder(
                        org.assertj.core.api.Assertions.tuple(Deed.MESSAGE, State.MISSED),
                        org.assertj.core.api.Assertions.tuple(Deed.SUBMISSION, State.AHEAD));

        BoardSnapshot almost = samples.almostDone();
        String open =
                almost.matrix().value().orElseThrow().rows().stream()
                        .filter(row -> row.submission() == DkgMatrix.Submission.NONE)
                        .map(DkgMatrix.Row::nodeId)
                        .findFirst()
                        .orElseThrow();
        log.look(almost);
        assertThat(new DutyRules(almost, log).of(Set.of(open)))
                .extracting(Duty::deed, Duty::state)
                .containsExactlyInAnyOrder(
                        org.assertj.core.api.Assertions.tuple(Deed.MESSAGE, State.DONE),
                        org.assertj.core.api.Assertions.tuple(Deed.SUBMISSION, State.OPEN));
    }

    private List<Duty> look(Instant at, int members, Integer... voted) {
        BoardSnapshot board = voting(at, members, voted);
        log.look(board);
        return new DutyRules(board, log).of(Set.of(OWN));
    }

    private static State state(List<Duty> duties) {
        assertThat(duties).hasSize(1);
        return duties.getFirst().state();
    }
}
