package io.epochdesk.network.access;

import io.epochdesk.fault.ChainFault;
import io.epochdesk.fault.Fault;
import io.epochdesk.fault.FaultException;
import io.epochdesk.fault.NetworkFault;
import io.epochdesk.network.BlockHeader;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Keeps the newest sealed header up to date: by subscription where the node has one, and by every
 * header that any other call brings. A header that does not fit what was seen before puts the
 * session in doubt.
 */
final class TipWatch {

    private final ChainMemory memory;
    private final Sessions sessions;
    private final ConnectionFeed feed;
    private final Timekeeper time;
    private final long grace;
    private final AtomicLong heardAt = new AtomicLong();

    /**
     * @param grace how many heights one node's answers may go back and forth: none on a node of its
     *     own name, some where many answer under one
     */
    TipWatch(
            ChainMemory memory,
            Sessions sessions,
            ConnectionFeed feed,
            Timekeeper time,
            long grace) {
        this.memory = memory;
        this.sessions = sessions;
        this.feed = feed;
        this.time = time;
        this.grace = grace;
    }

    /**
     * The greatest height the session's node has shown; to be taken before a call whose answer is
     * then observed.
     */
    long floor(Session session) {
        return session.slot().highestIn(session.identity().era());
    }

    /**
     * Takes in a sealed header that a node showed.
     *
     * @param floor the height below which the node must not be
     * @throws FaultException when it contradicts what was seen; the session is in doubt then
     */
    void observe(Session session, BlockHeader header, long floor) {
        compare(session, header.height(), header.id());
        if (header.height() + grace < floor) {
            throw doubt(
                    session,
                    ChainFault.Kind.HEIGHT_WENT_BACK,
                    "node",
                    session.source(),
                    "seen",
                    Long.toString(floor),
                    "now",
                    Long.toString(header.height()));
        }
        if (!session.isOver() && session.identity().era() == memory.era()) {
            heard();
            session.slot().showed(memory.era(), header.height());
            if (memory.take(header)) {
                feed.tip(header);
            }
        }
    }

    /**
     * Holds a block that a node named against the one seen at its height, if there was one.
     *
     * @throws FaultException when they differ; the session is in doubt then
     */
    void compare(Session session, long height, String blockId) {
        if (memory.contradicts(height, blockId)) {
            throw doubt(
                    session,
                    ChainFault.Kind.OTHER_HISTORY,
                    "node",
                    session.source(),
                    "height",
                    Long.toString(height));
        }
    }

    /** When the node last gave a sign of life, on the {@link Timekeeper}'s nanoseconds. */
    long heardAt() {
        return heardAt.get();
    }

    /** The node gave a sign of life. */
    void heard() {
        heardAt.set(time.nanos());
    }

    /**
     * Follows the node's headers until the session ends. Where a node offers no such stream,
     * nothing is followed.
     */
    void follow(Session session, Runnable cut) {
        Listener listener = new Listener(session, cut);
        NodeStream stream = session.calls().subscribeHeaders(listener);
        listener.afterwards(session.onEnd(reason -> stream.close()));
    }

    private FaultException doubt(Session session, ChainFault.Kind kind, String... facts) {
        FaultException doubt = ChainFault.of(kind, "", facts);
        sessions.doubt(session, new Sessions.Doubt(doubt.fault(), false));
        return doubt;
    }

    private final class Listener implements StreamListener<BlockHeader> {
        private final Session session;
        private final Runnable cut;
        private final AtomicReference<@Nullable Runnable> afterwards = new AtomicReference<>();
        private long last = -1;

        Listener(Session session, Runnable cut) {
            this.session = session;
            this.cut = cut;
        }

        @Override
        public void next(BlockHeader header) {
            try {
                observe(session, header, last);
                last = Math.max(last, header.height());
            } catch (FaultException e) {
                // The session is in doubt now; its keeper acts on that.
            }
        }

        /** Run once when the stream has ended, at once if it has already. */
        void afterwards(Runnable task) {
            if (!afterwards.compareAndSet(null, task)) {
                task.run();
            }
        }

        @Override
        public void ended(FaultException reason) {
            Runnable task = afterwards.getAndSet(() -> {});
            if (task != null) {
                task.run();
            }
            Fault fault = reason.fault();
            boolean offered =
                    !(fault instanceof NetworkFault network
                            && network.kind() == NetworkFault.Kind.UNSUPPORTED);
            if (offered && !session.isOver()) {
                sessions.doubt(session, new Sessions.Doubt(fault, false));
                cut.run();
            }
        }
    }
}
