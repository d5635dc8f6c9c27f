package io.epochdesk.fleet;

import io.epochdesk.board.BoardSnapshot;
import io.epochdesk.board.SampleBoards;
import io.epochdesk.board.SampleBoards.Size;
import io.epochdesk.doctor.Check;
import io.epochdesk.doctor.Consequence;
import io.epochdesk.doctor.Examination;
import io.epochdesk.doctor.Finding;
import io.epochdesk.doctor.Moment;
import io.epochdesk.doctor.NodeUnderCare;
import io.epochdesk.doctor.Severity;
import io.epochdesk.epoch.EpochOutlook.Milestone;
import io.epochdesk.history.OwnNode;
import io.epochdesk.live.Part;
import io.epochdesk.live.Provenance;
import io.epochdesk.live.Reading;
import io.epochdesk.quorum.ClusterTally;
import io.epochdesk.quorum.ClusterVoter;
import io.epochdesk.quorum.VotingRound;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;

/** Small scenes of a setup with own nodes in it. */
final class Scenes {

    static final Instant NOW = SampleBoards.NOW;
    static final String OWN = node(0);

    private static final SampleBoards SAMPLES = SampleBoards.of(Size.MAINNET);

    private Scenes() {}

    static String node(int number) {
        return "%064x".formatted(number);
    }

    /** When the auction of the sample boards ended, as their view rate has it. */
    static Instant setupBegan() {
        return began(SAMPLES.setup());
    }

    /** When the auction of a board ends or ended. */
    static Instant began(BoardSnapshot board) {
        return Objects.requireNonNull(
                board.outlook()
                        .value()
                        .orElseThrow()
                        .milestone(Milestone.Kind.AUCTION_END)
                        .orElseThrow()
                        .eta());
    }

    /** Setup with one cluster of nodes from 0 on, of which these have voted, read at a moment. */
    static BoardSnapshot voting(Instant readAt, int members, Integer... voted) {
        return with(SAMPLES.setup(), readAt, members, List.of(voted));
    }

    /** As {@link #voting}, but setup is over. */
    static BoardSnapshot committed(Instant readAt, int members, Integer... voted) {
        return with(SAMPLES.committed(), readAt, members, List.of(voted));
    }

    static BoardSnapshot auction() {
        return SAMPLES.auction();
    }

    private static BoardSnapshot with(
            BoardSnapshot base, Instant readAt, int members, List<Integer> voted) {
        List<ClusterVoter> voters = new ArrayList<>();
        for (int i = 0; i < members; i++) {
            boolean done = voted.contains(i);
            voters.add(new ClusterVoter(node(i), 100, done ? "m" : null, done ? "s" : null));
        }
        VotingRound round =
                new VotingRound(
                        true,
                        false,
                        List.of(new ClusterTally(0, voters, members * 100L, 67, false, List.of())),
                        VotingRound.Standing.CURRENT);
        return new BoardSnapshot(
                base.connection(),
                base.epoch(),
                base.deadlines(),
                base.outlook(),
                Part.of(new Reading<>(round, new Provenance("test", 1, readAt, readAt))),
                Part.waiting(),
                Part.waiting(),
                Part.waiting(),
                List.of());
    }

    /** An own node with a finding of this severity, or none; before examination with null. */
    static FleetNode own(int number, @Nullable Severity severity, List<Duty> duties) {
        OwnNode own =
                new OwnNode(
                        node(number),
                        "own-" + number,
                        OptionalInt.of(1),
                        null,
                        null,
                        null,
                        NOW.minus(Duration.ofDays(1)));
        Examination examination =
                severity == null
                        ? null
                        : new Examination(
                                NodeUnderCare.of(node(number)),
                                null,
                                null,
                                null,
                                null,
                                null,
                                severity == Severity.NOTE
                                        ? List.of()
                                        : List.of(
                                                new Finding(
                                                        Check.BALANCE_LOW,
                                                        severity,
                                                        Map.of(
                                                                "balance", "0.1", "minimum", "0.25",
                                                                "target", "0.75"),
                                                        List.of(),
                                                        new Consequence(
                                                                Consequence.Kind.CANNOT_VOTE,
                                                                Moment.UNKNOWN),
                                                        List.of())));
        return new FleetNode(own, examination, duties, OptionalInt.of(0), null, List.of());
    }
}
