package io.epochdesk.cli;

import io.epochdesk.board.Board;
import io.epochdesk.board.BoardSnapshot;
import io.epochdesk.live.Pulse;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;

/**
 * Prints the snapshot again when something in it has changed, and at the latest after the interval.
 */
final class StatusWatch {

    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final Board board;
    private final StatusPrinter printer;
    private final Clock clock;
    private final Duration interval;
    private final CountDownLatch ended = new CountDownLatch(1);
    private Substance printed;
    private Instant printedAt;
    private volatile ExitCode last;

    StatusWatch(
            Board board,
            StatusPrinter printer,
            Clock clock,
            Duration interval,
            BoardSnapshot first) {
        this.board = board;
        this.printer = printer;
        this.clock = clock;
        this.interval = interval;
        printed = Substance.of(first);
        printedAt = clock.instant();
        last = Verdict.of(first);
    }

    /**
     * Follows the board until nobody reads any more or the thread is interrupted; answers the last
     * verdict.
     */
    ExitCode follow(Pulse pulse) throws InterruptedException {
        try (pulse) {
            pulse.start(this::look);
            ended.await();
            return last;
        }
    }

    private Duration look() {
        BoardSnapshot snapshot = board.snapshot().current();
        Substance substance = Substance.of(snapshot);
        Instant now = clock.instant();
        if (!substance.equals(printed) || !now.isBefore(printedAt.plus(interval))) {
            printed = substance;
            printedAt = now;
            last = printer.print(snapshot);
        }
        if (printer.isCut()) {
            ended.countDown();
        }
        return LOOK_EVERY;
    }
}
