package io.epochdesk.cli;

import io.epochdesk.board.Board;
import io.epochdesk.board.BoardSnapshot;
import io.epochdesk.live.LatestValue;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits for a board to have its first whole snapshot. */
final class FirstSnapshot {

    private FirstSnapshot() {}

    /** The first whole snapshot, or what there is when time is up. */
    static BoardSnapshot of(Board board, Duration limit) throws InterruptedException {
        CountDownLatch settled = new CountDownLatch(1);
        LatestValue.Subscription subscription =
                board.snapshot()
                        .subscribe(
                                snapshot -> {
                                    if (Verdict.isSettled(snapshot)) {
                                        settled.countDown();
                                    }
                                });
        try (subscription) {
            boolean whole = settled.await(limit.toMillis(), TimeUnit.MILLISECONDS);
            BoardSnapshot snapshot = board.snapshot().current();
            return whole ? snapshot : Overdue.mark(snapshot, limit);
        }
    }
}
