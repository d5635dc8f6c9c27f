package io.epochdesk.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.epochdesk.board.Board.Interest;
import io.epochdesk.board.BoardSnapshot;
import io.epochdesk.board.LiveBoard;
import io.epochdesk.dkg.Whiteboard;
import io.epochdesk.dkg.WhiteboardEntry;
import io.epochdesk.live.ClockPulse;
import io.epochdesk.live.LatestValue;
import io.epochdesk.network.access.GrpcFlowNetwork;
import io.epochdesk.quorum.VoteCheck;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A whole epoch of the largest networks, watched by the console's own client and board. Run it with
 * a heap of 1 GiB: both the network and the board have to live in it.
 */
@Tag("soak")
@Timeout(value = 20, unit = TimeUnit.MINUTES)
final class WatchedEpochTest {

    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final long GIGABYTE = 1L << 30;

    private final AtomicReference<@Nullable Whiteboard> fullest = new AtomicReference<>();
    private final AtomicInteger verified = new AtomicInteger();
    private final AtomicInteger invalid = new AtomicInteger();
    private final AtomicInteger looks = new AtomicInteger();

    @TempDir private Path folder;

    @Test
    void anEpochOfMainnetsSizeIsOverInTwoMinutesAndEverythingInItIsVerified() throws Exception {
        double seconds =
                watch(
                        RehearsalOptions.usual().playing("mainnet-sized").at(5_000),
                        Interest.values());

        assertThat(board(110).tally().invalid()).isZero();
        assertThat(verified).as("votes whose signature was checked").hasValue(120);
        assertThat(invalid).hasValue(0);
        assertThat(seconds).isLessThan(150);
    }

    @Test
    void theBoardKeepsUpWithTenTimesMainnetAndLosesNoMessage() throws Exception {
        watch(RehearsalOptions.usual().playing("tenfold").at(10_000), Interest.values());

        assertThat(board(1_100).entries())
                .extracting(WhiteboardEntry::nodeId)
                .doesNotHaveDuplicates();
        // what is synthetic is neither called good nor bad
        assertThat(verified).hasValue(0);
        assertThat(invalid).hasValue(0);
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        assertThat(runtime.totalMemory() - runtime.freeMemory()).isLessThan(GIGABYTE);
    }

    /** The board at its fullest, which has so many messages, one after the other. */
    private Whiteboard board(int messages) {
        Whiteboard board = Objects.requireNonNull(fullest.get(), "no whiteboard was ever shown");
        assertThat(board.entries()).hasSize(messages);
        for (int i = 0; i < messages; i++) {
            assertThat(board.entries().get(i).position()).isEqualTo(i);
            assertThat(board.entries().get(i).origin().isEventProved()).isTrue();
        }
        return board;
    }

    /** Watches until the next epoch has begun; how long that took. */
    private double watch(RehearsalOptions options, Interest... wanted) throws Exception {
        long began = System.nanoTime();
        long cpu = cpu();
        try (Rehearsal rehearsal = Rehearsal.start(options);
                GrpcFlowNetwork network = GrpcFlowNetwork.open(rehearsal.profile());
                LiveBoard board =
                        new LiveBoard(
                                network,
                                new ClockPulse("looks"),
                                new ClockPulse("errands"),
                                Clock.systemUTC(),
                                folder);
                LatestValue.Subscription _ = board.snapshot().subscribe(this::seen)) {
            board.hold(wanted);
            long first = rehearsal.controls().state().current().counter();
            await().atMost(LONGEST)
                    .until(
                            () ->
                                    board.snapshot()
                                            .current()
                                            .epoch()
                                            .value()
                                            .map(epoch -> epoch.counter() == first + 1)
                                            .orElse(false));
            double seconds = (System.nanoTime() - began) / 1e9;
            System.out.printf(
                    Locale.ROOT,
                    "%s: an epoch in %.0f s, %.0f s of processor time, %d snapshots%n",
                    options.scenario(),
                    seconds,
                    (cpu() - cpu) / 1e9,
                    looks.get());
            return seconds;
        }
    }

    private static long cpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toNanos();
    }

    private void seen(BoardSnapshot now) {
        looks.incrementAndGet();
        now.whiteboard()
                .value()
                .ifPresent(
                        board ->
                                fullest.accumulateAndGet(
                                        board,
                                        (old, next) ->
                                                old == null
                                                                || next.entries().size()
                                                                        >= old.entries().size()
                                                        ? next
                                                        : old));
        now.voting()
                .value()
                .ifPresent(
                        round -> {
                            verified.accumulateAndGet(
                                    round.checks().count(VoteCheck.VERIFIED), Math::max);
                            invalid.accumulateAndGet(
                                    round.checks().count(VoteCheck.INVALID), Math::max);
                        });
    }
}
