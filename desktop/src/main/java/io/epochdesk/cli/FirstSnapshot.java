package io.epochdesk.cli;

import io.epochdesk.board.Board;
import io.epochdesk.board.BoardSnapshot;
import io.epochdesk.epoch.EpochState;
import io.epochdesk.live.LatestValue;
import io.epochdesk.live.Part;
import io.epochdesk.network.Connection;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Waits for a board to have its first whole snapshot: every part read or failed, and the whiteboard
 * known at least up to the height at which the DKG was first read, because a long one arrives piece
 * by piece.
 */
final class FirstSnapshot implements AutoCloseable {

    private final Board board;
    private final Duration limit;
    private final long until;
    private final CountDownLatch introduced = new CountDownLatch(1);
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch settled = new CountDownLatch(1);
    private final LatestValue.Subscription following;
    private long whiteboardTo = -1;

    /** Begins to wait; time is up after the limit. */
    FirstSnapshot(Board board, Duration limit) {
        this.board = board;
        this.limit = limit;
        until = System.nanoTime() + limit.toNanos();
        following = board.snapshot().subscribe(this::look);
    }

    /** Waits until it is known which network answers, or that none does, or time is up. */
    void awaitIdentity() throws InterruptedException {
        boolean _ = introduced.await(until - System.nanoTime(), TimeUnit.NANOSECONDS);
    }

    /** What there is once the epoch was read or could not be, or time is up. */
    BoardSnapshot awaitEpoch() throws InterruptedException {
        boolean _ = begun.await(until - System.nanoTime(), TimeUnit.NANOSECONDS);
        return board.snapshot().current();
    }

    /** The first whole snapshot, or what there is when time is up. */
    BoardSnapshot await() throws InterruptedException {
        boolean whole = settled.await(until - System.nanoTime(), TimeUnit.NANOSECONDS);
        BoardSnapshot snapshot = board.snapshot().current();
        return whole ? snapshot : Overdue.mark(snapshot, limit);
    }

    @Override
    public void close() {
        following.close();
    }

    /** Told one snapshot after the other. */
    private void look(BoardSnapshot snapshot) {
        if (snapshot.connection().identity() != null
                || snapshot.connection().state() == Connection.State.LOST) {
            introduced.countDown();
        }
        Part<EpochState> epoch = snapshot.epoch();
        if (epoch.last() != null || epoch.trouble() != null) {
            begun.countDown();
        }
        if (whiteboardTo < 0) {
            snapshot.dkg().reading().ifPresent(dkg -> whiteboardTo = dkg.provenance().height());
        }
        if (Verdict.isSettled(snapshot, whiteboardTo)) {
            begun.countDown();
            settled.countDown();
        }
    }
}
