package io.epochdesk.network.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.epochdesk.board.Board.Interest;
import io.epochdesk.board.BoardSnapshot;
import io.epochdesk.board.LiveBoard;
import io.epochdesk.live.ClockPulse;
import io.epochdesk.live.LatestValue;
import io.epochdesk.live.Pulse;
import io.epochdesk.network.RequestBudget;
import io.epochdesk.parallel.BesideOthers;
import io.epochdesk.rehearsal.Rehearsal;
import io.epochdesk.rehearsal.RehearsalOptions;
import io.epochdesk.rehearsal.RehearsalPhase;
import io.epochdesk.rehearsal.RehearsalState;
import io.epochdesk.rehearsal.play.CastSize;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;

/**
 * What the whole board, with everything wanted of it, asks of a node in each phase of an epoch, and
 * how old its votes get. The node is a rehearsal's that goes at mainnet's pace.
 */
@Timeout(120)
@BesideOthers
class BoardBudgetTest {

    private static final Duration START = Duration.ofSeconds(30);
    private static final Set<String> NO_CALLS = Set.of("node", "answeredBefore");

    private final Map<String, Integer> calls = new ConcurrentHashMap<>();
    private final NavigableSet<Instant> votesReadAt = new ConcurrentSkipListSet<>();

    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource({"STAKING_AUCTION, 0.02, 20", "DKG_PHASE_2, 0.10, 8", "COMMITTED, 0.02, 20"})
    void aPublicHostIsAskedNoMoreThanItsShare(RehearsalPhase phase, double share, int faster)
            throws IOException {
        double seconds = watch(phase, RequestBudget.PUBLIC, faster, Duration.ofSeconds(40));

        int scripts = count("executeAtHeight");
        int events = count("events");
        int others = calls.values().stream().mapToInt(Integer::intValue).sum() - scripts - events;
        withinShare("scripts", scripts, 5 * share * seconds, Math.max(1, 5 * share));
        withinShare("events", events, 30 * share * seconds, Math.max(1, 30 * share));
        withinShare("others", others, 100 * share * seconds, Math.max(1, 100 * share));
        if (phase == RehearsalPhase.DKG_PHASE_2) {
            assertThat(ageOfVotes()).as("votes during setup").isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void votesOfAnOwnNodeAreLessThanASecondOld() throws IOException {
        watch(RehearsalPhase.DKG_PHASE_1, RequestBudget.UNLIMITED, 1, Duration.ofSeconds(4));

        assertThat(ageOfVotes()).isLessThan(Duration.ofSeconds(1));
    }

    /** Watches an epoch for so long by its own time; how many seconds that was. */
    private double watch(RehearsalPhase phase, RequestBudget budget, int faster, Duration howLong)
            throws IOException {
        RehearsalOptions options = RehearsalOptions.usual().sized(CastSize.SMALL).at(faster);
        TimeLapse time = new TimeLapse(faster);
        try (Rehearsal rehearsal = Rehearsal.start(options)) {
            if (now(rehearsal).phase() != phase) {
                rehearsal.controls().jump(phase);
            }
            await().atMost(START).until(() -> now(rehearsal).phase() == phase);
            long view = now(rehearsal).view();
            // until the sealed blocks, which is what a node is asked for, are in it as well
            await().atMost(START).until(() -> now(rehearsal).view() > view + 5);
            long began = time.nanos();
            try (WatchedDialer dialer = new WatchedDialer((node, call) -> called(call));
                    GrpcFlowNetwork network =
                            new GrpcFlowNetwork(
                                    rehearsal.profile().withBudget(budget),
                                    dialer,
                                    () -> {},
                                    time);
                    LiveBoard board =
                            new LiveBoard(
                                    network,
                                    pulse("looks", time),
                                    pulse("errands", time),
                                    time::now,
                                    folder);
                    LatestValue.Subscription _ = board.snapshot().subscribe(this::seen)) {
                board.hold(Interest.values());
                await().atMost(START).until(() -> time.nanos() - began >= howLong.toNanos());
                await().alias("the board does its work within the budget")
                        .atMost(START)
                        .until(
                                () ->
                                        votesReadAt.size() >= 4
                                                && board.snapshot().current().whiteboard().last()
                                                        != null);
                return (time.nanos() - began) / 1e9;
            }
        }
    }

    private static RehearsalState now(Rehearsal rehearsal) {
        return rehearsal.controls().state().current();
    }

    private void called(String call) {
        if (!NO_CALLS.contains(call)) {
            calls.merge(call, 1, Integer::sum);
        }
    }

    private int count(String call) {
        return calls.getOrDefault(call, 0);
    }

    private void seen(BoardSnapshot board) {
        board.voting().reading().ifPresent(votes -> votesReadAt.add(votes.provenance().readAt()));
    }

    /**
     * The age that votes reach before newer ones come, where the machine does not keep them
     * waiting: a quarter of them came as soon.
     */
    private Duration ageOfVotes() {
        List<Duration> ages = new ArrayList<>();
        Instant before = votesReadAt.first();
        for (Instant at : votesReadAt.tailSet(before, false)) {
            ages.add(Duration.between(before, at));
            before = at;
        }
        ages.sort(null);
        return ages.get(ages.size() / 4);
    }

    private void withinShare(String what, int made, double allowed, double atOnce) {
        assertThat((double) made).as("%s of %s", what, calls).isLessThanOrEqualTo(allowed + atOnce);
    }

    private static Pulse pulse(String name, TimeLapse time) {
        ClockPulse real = new ClockPulse(name);
        return new Pulse() {
            @Override
            public void start(Look look) {
                real.start(() -> Duration.ofNanos(time.toRealNanos(look.look())));
            }

            @Override
            public void hurry() {
                real.hurry();
            }

            @Override
            public void close() {
                real.close();
            }
        };
    }
}
