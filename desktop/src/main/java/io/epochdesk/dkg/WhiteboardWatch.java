package io.epochdesk.dkg;

import io.epochdesk.epoch.EpochPhase;
import io.epochdesk.epoch.EpochState;
import io.epochdesk.fault.Fault;
import io.epochdesk.fault.FaultException;
import io.epochdesk.network.ChainEvent;
import io.epochdesk.network.EventSource;
import io.epochdesk.network.FlowNetwork;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Keeps the whiteboard by following its events from the beginning of setup. Where the nodes no
 * longer have those events, the contract's own list fills the front. It is tended from outside:
 * {@link #tend} does what takes calls; events come by themselves.
 */
public final class WhiteboardWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WhiteboardWatch.class);

    /** Tendings without another attempt at a front that could not be read. */
    private static final int REST = 60;

    private final FlowNetwork network;
    private final Path spillFolder;
    private final Listener listener;
    private final Set<String> signals;
    private final Set<String> announcements;
    private final EventHorizon horizon;
    private final WhiteboardReader reader;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable WhiteboardBook book;
    private EventSource.@Nullable Subscription subscription;
    private @Nullable Fault interruption;
    private @Nullable Fault frontFault;
    private long from;
    private int rest;
    private int announcementRest;
    private boolean eventsGone;
    private boolean closed;
    private String source = "";

    /**
     * A watch that follows nothing yet.
     *
     * @param spillFolder where contents go that are too many for memory
     */
    public WhiteboardWatch(FlowNetwork network, Path spillFolder, Listener listener) {
        this.network = network;
        this.spillFolder = spillFolder;
        this.listener = listener;
        this.horizon = new EventHorizon(network, WhiteboardBook.start(network.profile()));
        this.signals = WhiteboardBook.signals(network.profile());
        this.announcements = WhiteboardBook.announcements(network.profile());
        this.reader = new WhiteboardReader(network.scripts());
    }

    /** Told of every change, on the thread that brings it; must be quick. */
    public interface Listener {

        /**
         * The board as it is now.
         *
         * @param source the access node that told the newest of it
         * @param trouble what keeps it from being complete or up to date, or null
         */
        void board(Whiteboard board, String source, @Nullable Fault trouble);

        /** Why there is no board yet. */
        void trouble(Fault fault);

        /** Something happened on chain that changes epoch, votes or submissions. */
        void chainMoved();

        /** The next tending can read what is still missing. */
        void moreToRead();
    }

    /**
     * Starts following, or starts again later where events are gone; fills the front; takes in what
     * the contract says of the DKG.
     *
     * @param height the height that epoch and DKG were read at
     * @throws FaultException when something needed cannot be asked at present
     */
    public void tend(EpochState epoch, DkgState dkg, long height) {
        if (subscription() == null) {
            long expected = horizon.beginning(epoch, height);
            follow(expected, horizon.startAround(epoch, expected, height));
        } else if (eventsGone()) {
            long kept = horizon.lowestKept(from, height);
            if (kept > from) {
                follow(kept, horizon.start(kept, height));
            } else {
                stillThere();
            }
        }
        know(epoch, dkg, height);
        fillFront(height);
        readAnnouncements();
    }

    @Override
    public void close() {
        EventSource.Subscription open;
        lock.lock();
        try {
            closed = true;
            open = subscription;
        } finally {
            lock.unlock();
        }
        if (open != null) {
            open.close();
        }
        lock.lock();
        try {
            if (book != null) {
                book.close();
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Follows from a height on. A range costs a call for each type of event, so the one {@code
     * StartDKG} is looked for first, where it is to be expected, and not in all heights that
     * follow.
     *
     * @param first where to follow from when no beginning was found
     * @param start where the board begins, which may be before that, if it was found
     */
    private void follow(long first, OptionalLong start) {
        EventSource.Subscription old = subscription();
        if (old != null) {
            old.close();
        }
        WhiteboardBook begun =
                start.isPresent()
                        ? WhiteboardBook.begunAt(network.profile(), spillFolder, start.getAsLong())
                        : new WhiteboardBook(network.profile(), spillFolder, first);
        long beginning = start.orElse(first);
        announcementRest = 0;
        lock.lock();
        try {
            if (book != null) {
                book.close();
            }
            book = begun;
            from = beginning;
            eventsGone = false;
            interruption = null;
        } finally {
            lock.unlock();
        }
        EventSource.Subscription opened =
                network.events().follow(begun.types(), signals, beginning, new Following(begun));
        lock.lock();
        try {
            subscription = opened;
            if (!closed) {
                return;
            }
        } finally {
            lock.unlock();
        }
        opened.close();
    }

    /**
     * Reads the announcements of blocks whose signals were not told: once the board itself is
     * there, and away from those who wait for it.
     */
    private void readAnnouncements() {
        WhiteboardBook begun;
        WhiteboardBook.Span heights;
        lock.lock();
        try {
            begun = book;
            heights = begun == null ? null : begun.announcementsLeftOut().orElse(null);
        } finally {
            lock.unlock();
        }
        if (begun == null || heights == null || announcementRest-- > 0) {
            return;
        }
        List<ChainEvent> told;
        try {
            told = network.events().range(announcements, heights.first(), heights.last());
        } catch (FaultException e) {
            announcementRest = REST;
            LOG.info("announcements of {} cannot be read: {}", heights, e.fault());
            return;
        }
        OptionalLong later = OptionalLong.empty();
        lock.lock();
        try {
            if (book == begun && !closed) {
                later = begun.announced(heights, told);
                if (later.isEmpty()) {
                    publish(begun);
                }
            }
        } finally {
            lock.unlock();
        }
        if (later.isPresent()) {
            follow(later.getAsLong(), later);
        }
    }

    private void know(EpochState epoch, DkgState dkg, long height) {
        long counter =
                epoch.phase() == EpochPhase.STAKING_AUCTION
                        ? epoch.counter()
                        : epoch.upcomingCounter();
        lock.lock();
        try {
            if (book != null) {
                book.know(dkg, counter, height);
                publish(book);
            }
        } finally {
            lock.unlock();
        }
    }

    private void fillFront(long seen) {
        WhiteboardBook lacking = lackingFront(seen);
        if (lacking == null || rest-- > 0) {
            return;
        }
        try {
            WhiteboardReader.Page list = reader.size();
            int known = knownUpTo(lacking, list.height());
            if (known < 0) {
                // the events have not come so far yet
                return;
            }
            readFront(lacking, list, known);
        } catch (FaultException e) {
            rest = REST;
            lock.lock();
            try {
                if (isLacking(lacking)) {
                    frontFault = e.fault();
                    publish(lacking);
                }
            } finally {
                lock.unlock();
            }
        }
    }

    private void readFront(WhiteboardBook lacking, WhiteboardReader.Page list, int known) {
        WhiteboardLedger front = lacking.anotherLedger();
        boolean taken = false;
        try {
            boolean whole =
                    new FrontReader(reader).read(list, known, () -> stillLacks(lacking), front);
            taken = whole && fill(lacking, front);
        } finally {
            if (!taken) {
                front.close();
            }
        }
    }

    private boolean fill(WhiteboardBook lacking, WhiteboardLedger front) {
        lock.lock();
        try {
            if (!isLacking(lacking)) {
                return false;
            }
            lacking.fillFront(front);
            frontFault = null;
            publish(lacking);
            return true;
        } finally {
            lock.unlock();
        }
    }

    private boolean stillLacks(WhiteboardBook lacking) {
        lock.lock();
        try {
            return isLacking(lacking);
        } finally {
            lock.unlock();
        }
    }

    private boolean isLacking(WhiteboardBook lacking) {
        return book == lacking && !closed && lacking.lacksFront();
    }

    private @Nullable WhiteboardBook lackingFront(long seen) {
        lock.lock();
        try {
            WhiteboardBook now = book;
            return now != null && now.lacksFront() && now.completeTo() >= seen ? now : null;
        } finally {
            lock.unlock();
        }
    }

    /** Messages known by events up to a height, or -1 when the events have not come so far. */
    private int knownUpTo(WhiteboardBook lacking, long height) {
        lock.lock();
        try {
            return lacking.completeTo() < height ? -1 : lacking.knownUpTo(height);
        } finally {
            lock.unlock();
        }
    }

    private EventSource.@Nullable Subscription subscription() {
        lock.lock();
        try {
            return subscription;
        } finally {
            lock.unlock();
        }
    }

    /** Some node lacked some height, but the board's own events are there: following goes on. */
    private void stillThere() {
        lock.lock();
        try {
            eventsGone = false;
        } finally {
            lock.unlock();
        }
    }

    private boolean eventsGone() {
        lock.lock();
        try {
            return eventsGone;
        } finally {
            lock.unlock();
        }
    }

    private void publish(WhiteboardBook now) {
        Fault fault =
                interruption != null
                        ? interruption
                        : now.trouble().orElse(now.lacksFront() ? frontFault : null);
        if (now.lacksFront() && fault == null) {
            // the front is on its way; half a board would be taken for the whole
            return;
        }
        if (now.completeTo() >= 0) {
            listener.board(now.board(), source, fault);
        } else if (fault != null) {
            listener.trouble(fault);
        }
    }

    /** Takes events into the book it was opened for; late ones of an older book are dropped. */
    private final class Following implements EventSource.Follower {

        private final WhiteboardBook mine;
        private boolean saidMissing;

        Following(WhiteboardBook mine) {
            this.mine = mine;
        }

        @Override
        public void events(List<ChainEvent> events, long completeTo, String from) {
            boolean moved;
            boolean missing;
            lock.lock();
            try {
                if (book != mine || closed) {
                    return;
                }
                interruption = null;
                source = from;
                moved = mine.take(events, completeTo);
                missing = mine.lacksFront() && !saidMissing;
                saidMissing |= missing;
                publish(mine);
            } finally {
                lock.unlock();
            }
            if (moved) {
                listener.chainMoved();
            }
            if (missing) {
                listener.moreToRead();
            }
        }

        @Override
        public void signalsLeftOut(long first, long last) {
            boolean more;
            lock.lock();
            try {
                if (book != mine || closed) {
                    return;
                }
                mine.leftOut(first, last);
                more = mine.announcementsLeftOut().isPresent();
            } finally {
                lock.unlock();
            }
            if (more) {
                listener.moreToRead();
            }
        }

        @Override
        public void interrupted(Fault fault) {
            lock.lock();
            try {
                if (book != mine || closed) {
                    return;
                }
                eventsGone = EventHorizon.isGone(fault);
                interruption = fault;
                publish(mine);
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void anotherChain() {
            listener.chainMoved();
        }
    }
}
