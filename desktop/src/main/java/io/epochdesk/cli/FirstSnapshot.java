package io.epochdesk.cli;

import io.epochdesk.board.Board;
import io.epochdesk.board.BoardSnapshot;
import io.epochdesk.live.LatestValue;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Waits for a board to have its first whole snapshot: every part read or failed, and the whiteboard
 * known at least up to the height at which the DKG was first read, because a long one arrives piece
 * by piece.
 */
final class FirstSnapshot {

    private final CountDownLatch settled = new CountDownLatch(1);
    private long whiteboardTo = -1;

    private FirstSnapshot() {}

    /** The first whole snapshot, or what there is when time is up. */
    static BoardSnapshot of(Board board, Duration limit) throws InterruptedException {
        FirstSnapshot wait = new FirstSnapshot();
        LatestValue.Subscription subscription = board.snapshot().subscribe(wait::look);
        try (subscription) {
            boolean whole = wait.settled.await(limit.toMillis(), TimeUnit.MILLISECONDS);
            BoardSnapshot snapshot = board.snapshot().current();
            return whole ? snapshot : Overdue.mark(snapshot, limit);
        }
    }

    /** Told one snapshot after the other. */
    private void look(BoardSnapshot snapshot) {
        if (whiteboardTo < 0) {
            snapshot.dkg().reading().ifPresent(dkg -> whiteboardTo = dkg.provenance().height());
        }
        if (Verdict.isSettled(snapshot, whiteboardTo)) {
            settled.countDown();
        }
    }
}
