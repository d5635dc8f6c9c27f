package io.epochdesk.network.access;

import io.epochdesk.fault.Fault;
import io.epochdesk.fault.FaultException;
import io.epochdesk.fault.InternalFault;
import io.epochdesk.fault.NetworkFault;
import io.epochdesk.network.BlockHeader;
import io.epochdesk.network.ChainEvent;
import io.epochdesk.network.EventSource;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Follows events from a height on: catches up by ranges, then listens to the node's stream, or
 * polls where it has none. What counts is the next height that is not complete yet; whatever
 * breaks, following goes on from there, so nothing is lost and nothing told twice.
 *
 * <p>A node is believed only as far as it has shown: a range only up to the last height its answer
 * speaks of, a stream only up to the newest sealed block.
 */
final class EventFollowing implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(EventFollowing.class);

    /**
     * A stream starts at a block the node has; a start in the future is silence on some nodes, an
     * error on others.
     */
    private static final int HEARTBEAT_BLOCKS = 1;

    private static final Duration TICK = Duration.ofSeconds(1);
    private static final Duration STALLED = Duration.ofSeconds(5);
    private static final Duration PROOF_PAUSE = Duration.ofMillis(300);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final Set<String> types;
    private final Set<String> typesAndSignals;
    private final EventSource.Follower follower;
    private final EventAccess access;
    private final Backoff pauses = new Backoff(FIRST_PAUSE, LONGEST_PAUSE, new SplittableRandom());
    private long next;
    private long era;
    private @Nullable Session withoutStream;
    private @Nullable Session withoutPast;
    private boolean cameUp;

    /**
     * @param signals types that are not asked for on the way from {@code from} to the present
     * @param era the chain to follow, or -1 for the first one that answers
     */
    EventFollowing(
            Set<String> types,
            Set<String> signals,
            long from,
            long era,
            EventSource.Follower follower,
            EventAccess access) {
        this.types = Set.copyOf(types);
        this.typesAndSignals =
                Stream.concat(types.stream(), signals.stream()).collect(Collectors.toSet());
        this.next = from;
        this.era = era;
        this.follower = follower;
        this.access = access;
    }

    /** Follows until the thread is interrupted or another chain is found. */
    @Override
    public void run() {
        try {
            while (!isOver() && !isOnAnotherChain()) {
                try {
                    advance();
                } catch (FaultException e) {
                    if (!isOnAnotherChain()) {
                        pause(e.fault());
                    }
                } catch (RuntimeException e) {
                    if (isOver()) {
                        return;
                    }
                    LOG.error("Following events at height {} failed", next, e);
                    pause(
                            new InternalFault(
                                    InternalFault.Kind.UNEXPECTED,
                                    Fault.facts("what", "following events"),
                                    e.toString()));
                }
            }
            if (isOnAnotherChain()) {
                follower.anotherChain();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isOver() {
        return Thread.currentThread().isInterrupted() || access.sessions().isClosed();
    }

    private boolean isOnAnotherChain() {
        return era >= 0 && access.memory().era() != era;
    }

    private void pause(Fault fault) throws InterruptedException {
        if (!isOver()) {
            follower.interrupted(fault);
            access.engine().time().sleep(pauses.next());
        }
    }

    private void advance() throws InterruptedException {
        Session session = access.sessions().await();
        if (era < 0) {
            era = session.identity().era();
        }
        BlockHeader tip = access.memory().tip();
        if (session.identity().era() != era || tip == null) {
            return;
        }
        if (isFar(tip.height()) && !streamsThePast(session) && catchUp(tip.height())) {
            return;
        }
        cameUp = true;
        if (session == withoutStream) {
            poll();
        } else {
            listen(session, tip);
        }
    }

    /**
     * Whether to have the past by stream as well. A range answer holds one type of event and 250
     * heights, so a range of many types takes many calls, which a public host counts; a stream is
     * one call however much it brings. Where calls are not counted, ranges are faster: several are
     * under way at a time.
     */
    private boolean streamsThePast(Session session) {
        return access.engine().pacer().isPaced()
                && session != withoutStream
                && session != withoutPast;
    }

    /** Whether it got any further. */
    private boolean catchUp(long to) throws InterruptedException {
        long before = next;
        if (!isFar(to) || cameUp || typesAndSignals.equals(types)) {
            access.ranges().read(era, typesAndSignals, EventForm.CCF, next, to, this::tell);
            return next > before;
        }
        try {
            access.ranges().read(era, types, EventForm.CCF, next, to, this::tell);
        } finally {
            if (next > before && !isOnAnotherChain()) {
                follower.signalsLeftOut(before, next - 1);
            }
        }
        return next > before;
    }

    private boolean isFar(long height) {
        return height - next >= EventRangeReader.LARGEST_SPAN;
    }

    private void poll() throws InterruptedException {
        BlockHeader tip = access.blocks().latestSealed();
        if (tip.height() >= next) {
            catchUp(tip.height());
        }
        access.engine().time().sleep(access.engine().pacer().eventInterval(typesAndSignals.size()));
    }

    private void listen(Session session, BlockHeader tip) throws InterruptedException {
        access.engine().pacer().acquire(CallKind.OTHER);
        long start = Math.min(next, Math.min(tip.height(), access.tips().floor(session)));
        EventInbox inbox = new EventInbox();
        Runnable forget = session.onEnd(fault -> inbox.ended(new FaultException(fault)));
        try (inbox;
                NodeStream _ =
                        session.calls()
                                .subscribeEvents(typesAndSignals, start, HEARTBEAT_BLOCKS, inbox)) {
            long heardAt = access.engine().time().nanos();
            while (true) {
                EventBatch batch = inbox.take(access.engine().time().toRealNanos(TICK));
                long now = access.engine().time().nanos();
                if (batch != null) {
                    accept(session, batch);
                    heardAt = now;
                } else if (!isBehind()) {
                    heardAt = now;
                } else if (now - heardAt > STALLED.toNanos()) {
                    LOG.info(
                            "The event stream of {} rests while the chain moves on",
                            session.source());
                    withoutPast = session;
                    catchUp(tipHeight());
                    return;
                }
            }
        } catch (FaultException e) {
            if (isUnsupported(e)) {
                withoutStream = session;
            } else if (Judgement.of(e.fault()) == Judgement.ANSWER && session != withoutPast) {
                // it does not stream from so far back; ranges, other nodes' too, may still do
                withoutPast = session;
                catchUp(tip.height());
            } else {
                throw e;
            }
        } finally {
            forget.run();
        }
    }

    private void accept(Session session, EventBatch batch) throws InterruptedException {
        access.tips().compare(session, batch.height(), batch.blockId());
        if (batch.height() < next) {
            return;
        }
        prove(session, batch.height());
        tell(
                EventRangeReader.ordered(batch.events(), batch.height()),
                batch.height(),
                session.source());
    }

    /** A node may announce a block before its header came in; but not one that is not there. */
    private void prove(Session session, long height) throws InterruptedException {
        long deadline = access.engine().time().nanos() + STALLED.toNanos();
        while (height > tipHeight()) {
            if (access.engine().time().nanos() - deadline > 0) {
                throw NetworkFault.of(
                        NetworkFault.Kind.NODE_FAILED,
                        "its event stream speaks of height " + height,
                        "node",
                        session.source(),
                        "reason",
                        "events of a block that is not sealed");
            }
            if (access.blocks().latestSealed().height() < height) {
                access.engine().time().sleep(PROOF_PAUSE);
            }
        }
    }

    private void tell(List<ChainEvent> events, long completeTo, String source) {
        if (completeTo < next) {
            return;
        }
        if (isOnAnotherChain()) {
            return;
        }
        follower.events(events, completeTo, source);
        next = completeTo + 1;
        pauses.reset();
    }

    private boolean isBehind() {
        return tipHeight() >= next;
    }

    private long tipHeight() {
        BlockHeader tip = access.memory().tip();
        return tip == null ? -1 : tip.height();
    }

    private static boolean isUnsupported(FaultException e) {
        return e.fault() instanceof NetworkFault fault
                && fault.kind() == NetworkFault.Kind.UNSUPPORTED;
    }
}
