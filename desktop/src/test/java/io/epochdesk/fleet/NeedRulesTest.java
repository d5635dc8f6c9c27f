package io.epochdesk.fleet;

import static io.epochdesk.fleet.Scenes.NOW;
import static io.epochdesk.fleet.Scenes.own;

import static org.assertj.core.api.Assertions.assertThat;

import io.epochdesk.board.BoardSnapshot;
import io.epochdesk.board.SampleBoards;
import io.epochdesk.board.SampleBoards.Size;
import io.epochdesk.doctor.Severity;
import io.epochdesk.fleet.Need.Kind;
import io.epochdesk.history.Observations.Deed;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

final class NeedRulesTest {

    private static final Duty LATE =
            new Duty(Scenes.node(0), 214, Deed.VOTE, Duty.State.LATE, 11, 12, NOW);

    private final BoardSnapshot auction = SampleBoards.of(Size.MAINNET).auction();
    private final BoardSnapshot setup = Scenes.voting(NOW, 13, 1, 2, 3);
    private final Instant opens = Scenes.began(auction);

    @Test
    void aLateNodeIsGraverThanAnUnfitOne() {
        List<Need> needs =
                needs(
                        setup,
                        NOW,
                        own(1, Severity.FAULT, List.of()),
                        own(0, Severity.NOTE, List.of(LATE)));

        assertThat(needs).extracting(Need::kind).containsExactly(Kind.VOTE_LATE, Kind.UNFIT);
        assertThat(needs.getFirst().facts())
                .containsEntry("node", "own-0")
                .containsEntry("done", "11")
                .containsEntry("others", "12");
        assertThat(needs.getFirst().deadline()).isEqualTo(NOW);
        assertThat(needs.getFirst().isLate()).isTrue();
        assertThat(needs.getLast().facts()).containsEntry("check", "DOC-810");
    }

    @Test
    void setupIsAnnouncedADayAndAnHourAheadWhileANodeIsNotFit() {
        FleetNode unfit = own(0, Severity.RISK, List.of());
        FleetNode fit = own(1, Severity.NOTE, List.of());

        assertThat(needs(auction, opens.minus(Duration.ofHours(25)), unfit, fit)).isEmpty();
        assertThat(needs(auction, opens.minus(Duration.ofHours(24)), unfit, fit))
                .extracting(Need::kind)
                .containsExactly(Kind.SETUP_WITHIN_DAY);
        assertThat(needs(auction, opens.minus(Duration.ofMinutes(60)), unfit, fit))
                .extracting(Need::kind)
                .containsExactly(Kind.SETUP_WITHIN_HOUR);
        assertThat(needs(auction, opens.minus(Duration.ofMinutes(60)), unfit, fit).getFirst())
                .satisfies(
                        need -> {
                            assertThat(need.deadline()).isEqualTo(opens);
                            assertThat(need.facts())
                                    .containsEntry("nodes", "own-0")
                                    .containsEntry("count", "1")
                                    .containsEntry("all", "2");
                        });
        assertThat(needs(auction, opens.minus(Duration.ofMinutes(60)), fit)).isEmpty();
    }

    @Test
    void nothingIsSaidOfNodesThatWereNotExaminedYet() {
        assertThat(needs(auction, opens.minusSeconds(60), own(0, null, List.of()))).isEmpty();
    }

    @Test
    void fallbackRiskNeedsTheOperator() {
        BoardSnapshot stale = SampleBoards.of(Size.MAINNET).stale();
        assertThat(needs(stale, NOW, own(0, Severity.NOTE, List.of())))
                .extracting(Need::kind)
                .contains(Kind.FALLBACK);
    }

    @Test
    void aNeedEndsWellOrItsTimeIsOver() {
        Need vote = new Need(Kind.VOTE_LATE, 214, Scenes.node(0), Map.of(), null);
        Duty done = new Duty(Scenes.node(0), 214, Deed.VOTE, Duty.State.DONE, 12, 12, null);
        Duty missed = new Duty(Scenes.node(0), 214, Deed.VOTE, Duty.State.MISSED, 12, 12, null);

        assertThat(outcome(vote, setup, own(0, Severity.NOTE, List.of(done))))
                .isEqualTo(NeedOutcome.WELL);
        assertThat(outcome(vote, setup, own(0, Severity.NOTE, List.of(missed))))
                .isEqualTo(NeedOutcome.OVER);
        assertThat(outcome(vote, setup, own(0, Severity.NOTE, List.of())))
                .as("votes cannot be read at the moment")
                .isEqualTo(NeedOutcome.UNKNOWN);
        assertThat(outcome(vote, auction, own(0, Severity.NOTE, List.of())))
                .as("the next auction")
                .isEqualTo(NeedOutcome.OVER);
        assertThat(outcome(vote, setup, own(3, Severity.NOTE, List.of())))
                .as("taken off the list")
                .isEqualTo(NeedOutcome.SILENT);
        assertThat(
                        outcome(
                                vote,
                                SampleBoards.of(Size.MAINNET).stale(),
                                own(0, Severity.NOTE, List.of(done))))
                .as("nobody answers")
                .isEqualTo(NeedOutcome.UNKNOWN);
    }

    @Test
    void anUnfitNodeIsWellOnceItIsNot() {
        Need unfit = new Need(Kind.UNFIT, 0, Scenes.node(0), Map.of(), null);
        assertThat(outcome(unfit, setup, own(0, Severity.RISK, List.of())))
                .isEqualTo(NeedOutcome.WELL);
        assertThat(outcome(unfit, setup, own(0, Severity.UNKNOWN, List.of())))
                .isEqualTo(NeedOutcome.UNKNOWN);
        assertThat(outcome(unfit, setup, own(0, null, List.of()))).isEqualTo(NeedOutcome.UNKNOWN);
    }

    @Test
    void anAnnouncementOfSetupEndsWithFitNodesOrWithSetup() {
        Need day = new Need(Kind.SETUP_WITHIN_DAY, 214, "", Map.of(), null);
        FleetNode risk = own(0, Severity.RISK, List.of());

        assertThat(outcome(day, auction, own(0, Severity.NOTE, List.of())))
                .isEqualTo(NeedOutcome.WELL);
        assertThat(outcome(day, setup, risk)).isEqualTo(NeedOutcome.OVER);
        assertThat(new NeedRules(auction, List.of(risk), opens.minusSeconds(60)).outcome(day))
                .as("the last hour has its own")
                .isEqualTo(NeedOutcome.SILENT);
    }

    private static List<Need> needs(BoardSnapshot board, Instant now, FleetNode... nodes) {
        return new NeedRules(board, List.of(nodes), now).needs();
    }

    private static NeedOutcome outcome(Need need, BoardSnapshot board, FleetNode... nodes) {
        return new NeedRules(board, List.of(nodes), NOW).outcome(need);
    }
}
