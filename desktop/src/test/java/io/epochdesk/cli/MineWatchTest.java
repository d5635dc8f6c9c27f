package io.epochdesk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.epochdesk.board.SampleBoards;
import io.epochdesk.board.SampleBoards.Size;
import io.epochdesk.fleet.FleetSnapshot;
import io.epochdesk.fleet.Need;
import io.epochdesk.fleet.NeedOutcome;
import io.epochdesk.fleet.SampleFleets;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

/** {@code status --mine --watch}: what needs the operator, as it comes and goes. */
final class MineWatchTest {

    private static final SampleBoards BOARDS = SampleBoards.of(Size.SMALL);
    private static final Need LATE =
            new Need(
                    Need.Kind.VOTE_LATE,
                    214,
                    SampleFleets.fit().nodes().getLast().nodeId(),
                    Map.of("node", "hamburg-1", "done", "11", "others", "12", "over", "false"),
                    null);

    private final Trial trial = new Trial(BOARDS.setup());
    private final SampleFleetSource fleets = new SampleFleetSource(SampleFleets.fit());
    private Thread command = new Thread();

    @BeforeEach
    void begin() {
        trial.fleets = fleets;
        trial.now = SampleFleets.NOW;
        command = Thread.ofVirtual().start(() -> trial.run("status", "--mine", "--watch"));
        Awaitility.await().until(trial.pulse::isStarted);
        assertThat(trial.out()).startsWith("Your 2 nodes: 2 fit.");
    }

    @AfterEach
    void end() throws InterruptedException {
        command.interrupt();
        command.join();
        assertThat(trial.closed).isTrue();
        assertThat(trial.pulse.isClosed()).isTrue();
    }

    @Test
    void aNeedIsToldWhenItComesAndWhenItIsOver() throws InterruptedException {
        List<String> news = newsOf(SampleFleets.needing(LATE));
        assertThat(news)
                .anyMatch(
                        line ->
                                line.startsWith(
                                        "  ! hamburg-1 has not voted. 11 of 12 others have voted"));
        assertThat(newsOf(SampleFleets.needing(LATE))).isEmpty();

        fleets.fleet.outcome = NeedOutcome.WELL;
        assertThat(newsOf(SampleFleets.fit()))
                .startsWith("  + hamburg-1 has voted.", "Your 2 nodes: 2 fit. Nothing needs you.");
        assertThat(newsOf(SampleFleets.fit())).isEmpty();
    }

    @Test
    void whatCannotBeToldYetIsToldLater() throws InterruptedException {
        newsOf(SampleFleets.needing(LATE));
        fleets.fleet.outcome = NeedOutcome.UNKNOWN;
        assertThat(newsOf(SampleFleets.fit())).noneMatch(line -> line.contains("voted"));
        fleets.fleet.outcome = NeedOutcome.OVER;
        assertThat(newsOf(SampleFleets.fit()))
                .containsExactly("  + Setup of epoch 214 is over without a vote of hamburg-1.");
    }

    @Test
    void otherNodesVotesAreNoNews() throws InterruptedException {
        trial.board.publish(Trial.whole(BOARDS.committed()));
        assertThat(newsOf(SampleFleets.fit())).isEmpty();
    }

    /** What is printed when the fleet is so. */
    private List<String> newsOf(FleetSnapshot fleet) throws InterruptedException {
        int before = trial.out().length();
        fleets.fleet.snapshot().publish(fleet);
        trial.pulse.crank();
        return trial.out().substring(before).lines().toList();
    }
}
