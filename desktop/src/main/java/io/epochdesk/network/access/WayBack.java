package io.epochdesk.network.access;

import io.epochdesk.fault.Fault;
import io.epochdesk.fault.FaultException;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Looks now and then whether a node that the operator prefers to the one in use is well again. It
 * looks on a thread of its own, so that a frozen node does not keep the one in use from being
 * tended. Used by one thread.
 */
final class WayBack implements AutoCloseable {

    private static final Duration EVERY = Duration.ofSeconds(4);
    private static final Duration AFTER_REFUSAL = Duration.ofSeconds(30);

    private final NodeList nodes;
    private final NodeDoor door;
    private final Sessions sessions;
    private final Engine engine;
    private final AtomicReference<@Nullable Session> waiting = new AtomicReference<>();
    private final AtomicReference<@Nullable Elsewhere> elsewhere = new AtomicReference<>();
    private @Nullable Future<Boolean> look;
    private volatile boolean closed;
    private long due;

    WayBack(NodeList nodes, NodeDoor door, Sessions sessions, Engine engine) {
        this.nodes = nodes;
        this.door = door;
        this.sessions = sessions;
        this.engine = engine;
    }

    /** A preferred node answers, but shows another chain than the one in use. */
    record Elsewhere(NodeSlot slot, Fault fault) {}

    /** Puts the next look off. */
    void rest() {
        due = engine.time().nanos() + EVERY.toNanos();
    }

    /** Looks if it is time to; returns nanoseconds until there is something to do again. */
    long lookFrom(NodeSlot used) {
        if (used.index() == 0 || look != null) {
            return Long.MAX_VALUE;
        }
        long now = engine.time().nanos();
        if (now - due < 0) {
            return due - now;
        }
        look =
                engine.submit(
                        () -> {
                            tryAll(used);
                            return true;
                        });
        return Long.MAX_VALUE;
    }

    /** A session with a preferred node, or null when none was found yet. */
    @Nullable Session found() {
        if (look == null || !look.isDone()) {
            return null;
        }
        look = null;
        rest();
        return waiting.getAndSet(null);
    }

    /** A preferred node on another chain, or null when none was found; told once. */
    @Nullable Elsewhere foundElsewhere() {
        return elsewhere.getAndSet(null);
    }

    private void tryAll(NodeSlot used) throws InterruptedException {
        try {
            for (NodeSlot slot : nodes.preferredTo(used)) {
                if (slot.refusalAt(engine.time().nanos()) == null) {
                    Session session = tryOne(slot);
                    if (session != null) {
                        waiting.set(session);
                        return;
                    }
                }
            }
        } finally {
            if (closed) {
                // nobody comes for it any more
                finishWaiting();
            }
            sessions.wake();
        }
    }

    private @Nullable Session tryOne(NodeSlot slot) throws InterruptedException {
        try {
            return door.open(slot);
        } catch (FaultException e) {
            if (Judgement.of(e.fault()) == Judgement.DOUBT) {
                elsewhere.set(new Elsewhere(slot, e.fault()));
            }
            boolean soonAgain = Judgement.of(e.fault()) == Judgement.TRANSIENT;
            slot.blame(
                    e.fault(), engine.time().nanos() + (soonAgain ? 0 : AFTER_REFUSAL.toNanos()));
            return null;
        }
    }

    @Override
    public void close() {
        closed = true;
        if (look != null) {
            look.cancel(true);
        }
        finishWaiting();
    }

    private void finishWaiting() {
        Session session = waiting.getAndSet(null);
        if (session != null) {
            session.finish(Sessions.CLOSED);
        }
    }
}
