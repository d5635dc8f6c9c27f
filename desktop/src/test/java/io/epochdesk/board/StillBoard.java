package io.epochdesk.board;

import io.epochdesk.live.LatestValue;
import io.epochdesk.network.FakeNetwork;
import io.epochdesk.network.FlowNetwork;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A board that shows what a test publishes, and remembers who holds what. */
public final class StillBoard implements Board {

    private final LatestValue<BoardSnapshot> snapshot;
    private final FakeNetwork network = new FakeNetwork();
    private final List<Interest> held = new ArrayList<>();
    private int refreshes;
    private boolean closed;

    public StillBoard(BoardSnapshot first) {
        snapshot = new LatestValue<>(first);
    }

    @Override
    public FlowNetwork network() {
        return network;
    }

    @Override
    public LatestValue<BoardSnapshot> snapshot() {
        return snapshot;
    }

    @Override
    public synchronized Hold hold(Interest... interests) {
        List<Interest> mine = List.of(interests);
        held.addAll(mine);
        return () -> release(mine);
    }

    @Override
    public synchronized void refresh() {
        refreshes++;
    }

    @Override
    public synchronized void close() {
        closed = true;
    }

    /** Whether it was closed. */
    public synchronized boolean isClosed() {
        return closed;
    }

    /** What is held at the moment. */
    public synchronized Set<Interest> held() {
        return held.isEmpty() ? EnumSet.noneOf(Interest.class) : EnumSet.copyOf(held);
    }

    /** How often somebody asked to look again. */
    public synchronized int refreshes() {
        return refreshes;
    }

    private synchronized void release(List<Interest> interests) {
        interests.forEach(held::remove);
    }
}
