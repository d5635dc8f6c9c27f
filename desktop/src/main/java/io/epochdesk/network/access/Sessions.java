package io.epochdesk.network.access;

import io.epochdesk.fault.Fault;
import io.epochdesk.fault.FaultException;
import io.epochdesk.fault.NetworkFault;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The session in use, where those who ask and the one who keeps the connection meet. A session in
 * doubt is handed to nobody until its node has shown again that it is on the chain known so far.
 */
final class Sessions {

    /** The console itself ended it. */
    static final Fault CLOSED = new NetworkFault(NetworkFault.Kind.CLOSED, Map.of(), "");

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private @Nullable Session current;
    private @Nullable Doubt doubt;
    private @Nullable Fault lost;
    private boolean closed;
    private long news;

    /**
     * Why a session is in doubt.
     *
     * @param fault what raised it
     * @param moveOn whether calls failed twice in a row, so that another node should be used if
     *     there is one
     */
    record Doubt(Fault fault, boolean moveOn) {}

    /**
     * The session to ask; waits while the first connection is made or a doubt is cleared.
     *
     * @throws FaultException when no node answers at present
     */
    Session await() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (true) {
                if (closed) {
                    throw new FaultException(CLOSED);
                }
                if (current != null && doubt == null && !current.isOver()) {
                    return current;
                }
                if (current == null && lost != null) {
                    throw new FaultException(lost);
                }
                changed.await();
            }
        } finally {
            lock.unlock();
        }
    }

    /** The session in use, or null while there is none. */
    @Nullable Session current() {
        lock.lock();
        try {
            return current;
        } finally {
            lock.unlock();
        }
    }

    /** Whether the session may still be believed. */
    boolean isGood(Session session) {
        lock.lock();
        try {
            return session == current && doubt == null && !session.isOver();
        } finally {
            lock.unlock();
        }
    }

    /** Has the session checked again before anybody uses it. */
    void doubt(Session session, Doubt why) {
        lock.lock();
        try {
            if (session == current && (doubt == null || why.moveOn())) {
                doubt = why;
                tell();
            }
        } finally {
            lock.unlock();
        }
    }

    /** What the session is doubted for, or null. */
    @Nullable Doubt doubtOf(Session session) {
        lock.lock();
        try {
            return session == current ? doubt : null;
        } finally {
            lock.unlock();
        }
    }

    /** The session was checked and is good. */
    void cleared(Session session) {
        lock.lock();
        try {
            if (session == current) {
                session.succeeded();
                doubt = null;
                tell();
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * A session to be used from now on; the one before is ended. Returns false when all is closed
     * already.
     */
    boolean install(Session session, Fault endOfTheLast) {
        Session last;
        lock.lock();
        try {
            if (closed) {
                return false;
            }
            last = current;
            current = session;
            doubt = null;
            lost = null;
            tell();
        } finally {
            lock.unlock();
        }
        if (last != null) {
            last.finish(endOfTheLast);
        }
        return true;
    }

    /** Ends the session in use. */
    void drop(Session session, Fault reason) {
        lock.lock();
        try {
            if (session == current) {
                current = null;
                doubt = null;
                tell();
            }
        } finally {
            lock.unlock();
        }
        session.finish(reason);
    }

    /** No node could be used. */
    void lost(Fault fault) {
        lock.lock();
        try {
            lost = fault;
            tell();
        } finally {
            lock.unlock();
        }
    }

    /** Cuts {@link #rest} short. */
    void wake() {
        lock.lock();
        try {
            tell();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until something changes, but no longer than this. */
    void rest(long realNanos) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long known = news;
            long left = closed || doubt != null ? 0 : realNanos;
            while (left > 0 && news == known) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    private void tell() {
        news++;
        changed.signalAll();
    }

    boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    void close() {
        Session last;
        lock.lock();
        try {
            closed = true;
            last = current;
            current = null;
            tell();
        } finally {
            lock.unlock();
        }
        if (last != null) {
            last.finish(CLOSED);
        }
    }
}
