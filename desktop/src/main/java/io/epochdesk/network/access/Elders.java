package io.epochdesk.network.access;

import io.epochdesk.fault.FaultException;
import io.epochdesk.fault.NetworkFault;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The other nodes of the list, asked for what the one in use no longer has: a node that joined
 * later, or keeps little, lacks heights that its neighbour still has. A connection to such a node
 * is checked like any other and closed again when nobody asks.
 */
final class Elders implements AutoCloseable {

    private static final Duration IDLE = Duration.ofSeconds(30);
    private static final Duration REFUSED_FOR = Duration.ofSeconds(30);

    private final List<Elder> elders = new ArrayList<>();
    private final NodeDoor door;
    private final Engine engine;
    private final ReentrantLock lock = new ReentrantLock();
    private boolean closed;

    Elders(NodeList nodes, NodeDoor door, Engine engine) {
        this.door = door;
        this.engine = engine;
        nodes.startingWith(0).forEach(slot -> elders.add(new Elder(slot)));
    }

    /**
     * Asks for something of a height, the node in use first. Other nodes are asked only when that
     * one no longer has the height, as opposed to not having it yet.
     *
     * @throws FaultException what the node in use said, when no other could help
     */
    <T> T ask(Session inUse, long height, CallKind kind, NodeCaller.Question<T> question)
            throws InterruptedException {
        FaultException refusal = inUse.lackOf(height);
        if (refusal == null) {
            try {
                return question.ask(inUse);
            } catch (FaultException e) {
                boolean gone =
                        isMissing(e) && height <= inUse.slot().highestIn(inUse.identity().era());
                if (!gone || elders.size() == 1) {
                    throw e;
                }
                refusal = e;
            }
        }
        for (Elder elder : elders) {
            if (elder.slot != inUse.slot()) {
                Answer<T> answer = elder.ask(inUse, height, kind, question);
                if (answer != null) {
                    inUse.lacks(height, refusal);
                    return answer.value;
                }
            }
        }
        throw refusal;
    }

    /** Closes the connections that nobody has used for a while. */
    void closeIdle() {
        closeAll(engine.time().nanos() - IDLE.toNanos());
    }

    /** Closes all connections; none is made any more. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
        } finally {
            lock.unlock();
        }
        closeAll(Long.MAX_VALUE);
    }

    private void closeAll(long usedBefore) {
        List<Session> over = new ArrayList<>();
        lock.lock();
        try {
            for (Elder elder : elders) {
                Session open = elder.session;
                if (open != null && (closed || elder.usedAt - usedBefore < 0)) {
                    over.add(open);
                    elder.session = null;
                }
            }
        } finally {
            lock.unlock();
        }
        over.forEach(session -> session.finish(Sessions.CLOSED));
    }

    private static boolean isMissing(FaultException e) {
        return e.fault() instanceof NetworkFault fault
                && fault.kind() == NetworkFault.Kind.UNAVAILABLE_HEIGHT;
    }

    private record Answer<T>(T value) {}

    private final class Elder {

        private final NodeSlot slot;
        private final ReentrantLock opening = new ReentrantLock();
        private @Nullable Session session;
        private long usedAt;
        private long refusedUntil = engine.time().nanos();
        private long lacksUpTo = -1;

        Elder(NodeSlot slot) {
            this.slot = slot;
        }

        /** Its answer, or null when it has none. */
        <T> @Nullable Answer<T> ask(
                Session inUse, long height, CallKind kind, NodeCaller.Question<T> question)
                throws InterruptedException {
            Session open = open(inUse, height);
            if (open == null) {
                return null;
            }
            try {
                engine.pacer().acquire(kind);
                return new Answer<>(question.ask(open));
            } catch (FaultException e) {
                if (isMissing(e)) {
                    lacks(height);
                } else if (Judgement.of(e.fault()) == Judgement.ANSWER) {
                    throw e;
                } else {
                    giveUp(open, e);
                }
                return null;
            }
        }

        private @Nullable Session open(Session inUse, long height) throws InterruptedException {
            opening.lockInterruptibly();
            try {
                if (!mayBeAsked(height)) {
                    return null;
                }
                Session known = known(inUse);
                return known == null ? opened(inUse) : known;
            } catch (FaultException e) {
                refuse();
                return null;
            } finally {
                opening.unlock();
            }
        }

        private boolean mayBeAsked(long height) {
            lock.lock();
            try {
                return !closed
                        && engine.time().nanos() - refusedUntil >= 0
                        && (session == null || height > lacksUpTo);
            } finally {
                lock.unlock();
            }
        }

        /** The connection that is open already; one that showed another chain is closed. */
        private @Nullable Session known(Session inUse) {
            Session known;
            lock.lock();
            try {
                known = session;
                if (known == null) {
                    return null;
                }
                if (known.identity().equals(inUse.identity())) {
                    usedAt = engine.time().nanos();
                    return known;
                }
                session = null;
            } finally {
                lock.unlock();
            }
            known.finish(Sessions.CLOSED);
            return null;
        }

        private @Nullable Session opened(Session inUse) throws InterruptedException {
            Session opened = door.open(slot);
            lock.lock();
            try {
                if (!closed && opened.identity().equals(inUse.identity())) {
                    session = opened;
                    lacksUpTo = -1;
                    usedAt = engine.time().nanos();
                    return opened;
                }
            } finally {
                lock.unlock();
            }
            opened.finish(Sessions.CLOSED);
            return null;
        }

        private void lacks(long height) {
            lock.lock();
            try {
                lacksUpTo = Math.max(lacksUpTo, height);
            } finally {
                lock.unlock();
            }
        }

        private void refuse() {
            lock.lock();
            try {
                refusedUntil = engine.time().nanos() + REFUSED_FOR.toNanos();
            } finally {
                lock.unlock();
            }
        }

        private void giveUp(Session failed, FaultException why) {
            refuse();
            lock.lock();
            try {
                if (session == failed) {
                    session = null;
                }
            } finally {
                lock.unlock();
            }
            failed.finish(why.fault());
        }
    }
}
