package io.epochdesk.board.view;

import io.epochdesk.board.Board;
import io.epochdesk.board.BoardSnapshot;
import io.epochdesk.live.LatestValue;

import java.util.ArrayList;
import java.util.List;

/** A board that shows what a test tells it, and remembers what was asked of it. */
public final class FixedBoard implements Board {

    private final LatestValue<BoardSnapshot> snapshot;
    private final List<Interest> held = new ArrayList<>();
    private int refreshes;
    private boolean closed;

    public FixedBoard(BoardSnapshot first) {
        snapshot = new LatestValue<>(first);
    }

    @Override
    public LatestValue<BoardSnapshot> snapshot() {
        return snapshot;
    }

    @Override
    public Hold hold(Interest... interests) {
        List<Interest> these = List.of(interests);
        held.addAll(these);
        return () -> these.forEach(held::remove);
    }

    /** What is held now. */
    public List<Interest> held() {
        return List.copyOf(held);
    }

    @Override
    public void refresh() {
        refreshes++;
    }

    /** How often somebody asked to look again. */
    public int refreshes() {
        return refreshes;
    }

    /** Whether it was closed. */
    public boolean isClosed() {
        return closed;
    }

    @Override
    public void close() {
        closed = true;
    }
}
