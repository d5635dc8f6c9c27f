package io.epochdesk.network.access;

import io.epochdesk.fault.Fault;
import io.epochdesk.fault.FaultException;
import io.epochdesk.fault.InternalFault;
import io.epochdesk.fault.NetworkFault;
import io.epochdesk.network.BlockHeader;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.RejectedExecutionException;

/**
 * Keeps the network in touch with one access node at a time: connects to the first of the list that
 * is fit, feels its pulse when it is silent, moves on to the next after two failures in a row and
 * back when a preferred one is well again.
 */
final class SessionKeeper implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(SessionKeeper.class);

    /** A node that has said nothing for so long is asked. */
    private static final Duration SILENCE = Duration.ofSeconds(1);

    private static final Duration PULSE_EVERY = Duration.ofSeconds(10);
    private static final Duration STREAM_PAUSE = Duration.ofSeconds(1);
    private static final Duration REFUSED_FOR = Duration.ofSeconds(30);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(300);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    /**
     * When nobody has shown the present chain for so long, it is taken to be gone, and a node that
     * shows another one to be what is left of the network.
     */
    private static final Duration FORSAKEN = Duration.ofMinutes(2);

    private final NodeList nodes;
    private final NodeDoor door;
    private final Elders elders;
    private final Sessions sessions;
    private final ChainMemory memory;
    private final TipWatch tips;
    private final ConnectionFeed feed;
    private final Engine engine;
    private final WayBack wayBack;
    private final Backoff pauses = new Backoff(FIRST_PAUSE, LONGEST_PAUSE, new SplittableRandom());
    private int startWith;
    private long pulseDue;
    private volatile boolean streamCut;
    private long streamDue;
    private boolean isLost;
    private long lostSince;

    SessionKeeper(
            NodeList nodes,
            NodeDoor door,
            Elders elders,
            Sessions sessions,
            ChainMemory memory,
            TipWatch tips,
            ConnectionFeed feed,
            Engine engine) {
        this.nodes = nodes;
        this.door = door;
        this.elders = elders;
        this.sessions = sessions;
        this.memory = memory;
        this.tips = tips;
        this.feed = feed;
        this.engine = engine;
        this.wayBack = new WayBack(nodes, door, sessions, engine);
    }

    /** Keeps at it until the sessions are closed. */
    @Override
    public void run() {
        try {
            while (!sessions.isClosed()) {
                try {
                    step();
                } catch (FaultException e) {
                    stumbled(e.fault());
                } catch (RejectedExecutionException e) {
                    throw e;
                } catch (RuntimeException e) {
                    LOG.error("Keeping the connection failed", e);
                    stumbled(
                            new InternalFault(
                                    InternalFault.Kind.UNEXPECTED,
                                    Fault.facts("what", "keeping the connection"),
                                    e.toString()));
                }
            }
        } catch (InterruptedException | RejectedExecutionException e) {
            LOG.debug("The connection is no longer kept: {}", e.toString());
        } finally {
            wayBack.close();
            elders.close();
        }
    }

    private void step() throws InterruptedException {
        Session session = sessions.current();
        if (session == null || session.isOver()) {
            connect();
        } else {
            tend(session);
        }
    }

    /**
     * Whoever waits for a connection is told, and it is tried again: this thread is the only one.
     */
    private void stumbled(Fault fault) throws InterruptedException {
        Session session = sessions.current();
        feed.lost(fault);
        if (session != null) {
            sessions.drop(session, fault);
        }
        sessions.lost(fault);
        sessions.rest(engine.time().toRealNanos(pauses.next()));
    }

    private void connect() throws InterruptedException {
        List<Fault> faults = new ArrayList<>();
        List<NodeSlot> elsewhere = new ArrayList<>();
        for (NodeSlot slot : nodes.startingWith(startWith)) {
            Fault fault = slot.refusalAt(engine.time().nanos());
            if (fault == null || nodes.size() == 1) {
                fault = tryToBegin(slot);
                if (fault == null) {
                    return;
                }
            }
            faults.add(fault);
            if (Judgement.of(fault) == Judgement.DOUBT) {
                elsewhere.add(slot);
            }
            if (Judgement.of(fault) == Judgement.THROTTLED) {
                break;
            }
        }
        if (isForsaken() && tryElsewhere(elsewhere)) {
            return;
        }
        Fault fault = nodes.allFailed(faults);
        if (!fault.equals(feed.value().current().fault())) {
            // said once, and not again with every attempt
            LOG.info("No node to use: {} {} {}", fault.code(), fault.facts(), fault.detail());
        }
        feed.lost(fault);
        sessions.lost(fault);
        sessions.rest(engine.time().toRealNanos(pauses.next()));
    }

    private boolean isForsaken() {
        long now = engine.time().nanos();
        if (!isLost) {
            isLost = true;
            lostSince = now;
        }
        return now - lostSince >= FORSAKEN.toNanos();
    }

    /** Takes up whatever chain these nodes are on by now. */
    private boolean tryElsewhere(List<NodeSlot> slots) throws InterruptedException {
        for (NodeSlot slot : slots) {
            Fault known = slot.lastFault();
            if (known != null) {
                startAfresh(slot, known);
                if (tryToBegin(slot) == null) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Returns null when a session with this node has begun. */
    private @Nullable Fault tryToBegin(NodeSlot slot) throws InterruptedException {
        try {
            begin(door.open(slot));
            return null;
        } catch (FaultException e) {
            if (Judgement.of(e.fault()) == Judgement.DOUBT
                    && memory.mayBeReplacedBy(slot.index())) {
                startAfresh(slot, e.fault());
                return tryToBegin(slot);
            }
            blame(slot, e.fault());
            return e.fault();
        }
    }

    private void begin(Session session) {
        BlockHeader tip = memory.tip();
        if (tip == null || session.identity().era() != memory.era() || sessions.isClosed()) {
            session.finish(endOfTheLast(session));
            return;
        }
        // Before it can be asked: who has an answer must find the chain that gave it.
        feed.connected(session, tip, nodes.whyNotPreferred(session.slot()));
        if (!sessions.install(session, endOfTheLast(session))) {
            session.finish(endOfTheLast(session));
            return;
        }
        startWith = session.slot().index();
        pauses.reset();
        isLost = false;
        long now = engine.time().nanos();
        pulseDue = now + PULSE_EVERY.toNanos();
        tips.heard();
        streamCut = false;
        wayBack.rest();
        follow(session);
        LOG.info("Connected to {} at height {}", session.source(), tip.height());
    }

    private void tend(Session session) throws InterruptedException {
        Sessions.Doubt doubt = sessions.doubtOf(session);
        if (doubt != null) {
            recheck(session, doubt);
            return;
        }
        elders.closeIdle();
        Session preferred = wayBack.found();
        if (preferred != null) {
            begin(preferred);
            return;
        }
        WayBack.Elsewhere elsewhere = wayBack.foundElsewhere();
        if (elsewhere != null && memory.mayBeReplacedBy(elsewhere.slot().index())) {
            // the operator's first choice is back, and it is not what was taken instead of it
            startAfresh(elsewhere.slot(), elsewhere.fault());
            elsewhere.slot().admitted();
            sessions.drop(session, elsewhere.fault());
            return;
        }
        long now = engine.time().nanos();
        long due = Math.min(pulseDue - now, tips.heardAt() + SILENCE.toNanos() - now);
        if (due <= 0) {
            pulse(session);
            return;
        }
        if (streamCut) {
            due = Math.min(due, streamDue - now);
            if (streamDue - now <= 0) {
                streamCut = false;
                follow(session);
            }
        }
        due =
                Math.min(
                        due,
                        feed.settle(session, memory.tip(), nodes.whyNotPreferred(session.slot())));
        due = Math.min(due, wayBack.lookFrom(session.slot()));
        sessions.rest(engine.time().toRealNanos(Duration.ofNanos(Math.max(1, due))));
    }

    private void pulse(Session session) throws InterruptedException {
        long floor = tips.floor(session);
        long asked = engine.time().nanos();
        pulseDue = asked + PULSE_EVERY.toNanos();
        try {
            BlockHeader newest = door.feel(session);
            feed.latency(Duration.ofNanos(engine.time().nanos() - asked));
            tips.observe(session, newest, floor);
        } catch (FaultException e) {
            failed(session, e.fault());
        }
    }

    private void recheck(Session session, Sessions.Doubt doubt) throws InterruptedException {
        if (doubt.moveOn() && nodes.size() > 1) {
            giveUp(session, doubt.fault());
            return;
        }
        try {
            BlockHeader newest = door.recheck(session);
            sessions.cleared(session);
            tips.observe(session, newest, -1);
        } catch (FaultException e) {
            failed(session, e.fault());
        }
    }

    private void failed(Session session, Fault fault) {
        switch (Judgement.of(fault)) {
            case THROTTLED -> {
                // It says no, so it lives.
                engine.pacer().throttled(CallKind.OTHER);
                tips.heard();
            }
            case DOUBT -> {
                if (sessions.doubtOf(session) != null) {
                    if (memory.mayBeReplacedBy(session.slot().index())) {
                        startAfresh(session.slot(), fault);
                        sessions.drop(session, fault);
                    } else {
                        giveUp(session, fault);
                    }
                }
            }
            case TRANSIENT, UNUSABLE, ANSWER -> giveUp(session, fault);
        }
    }

    private void giveUp(Session session, Fault fault) {
        LOG.info(
                "Gave up {}: {} {} {}",
                session.source(),
                fault.code(),
                fault.facts(),
                fault.detail());
        blame(session.slot(), fault);
        startWith = session.slot().index() + 1;
        feed.lost(fault);
        sessions.drop(session, fault);
    }

    private void blame(NodeSlot slot, Fault fault) {
        boolean refused =
                switch (Judgement.of(fault)) {
                    case DOUBT, UNUSABLE, ANSWER -> true;
                    case THROTTLED, TRANSIENT -> false;
                };
        if (Judgement.of(fault) == Judgement.THROTTLED) {
            engine.pacer().throttled(CallKind.OTHER);
        }
        slot.blame(fault, engine.time().nanos() + (refused ? REFUSED_FOR.toNanos() : 0));
    }

    private void startAfresh(NodeSlot slot, Fault fault) {
        LOG.warn(
                "{} is on another chain now: {} {}",
                slot.node().name(),
                fault.code(),
                fault.facts());
        startWith = slot.index();
        memory.forget();
        feed.anotherChain(fault);
    }

    private void follow(Session session) {
        tips.follow(
                session,
                () -> {
                    streamDue = engine.time().nanos() + STREAM_PAUSE.toNanos();
                    streamCut = true;
                    sessions.wake();
                });
    }

    private static Fault endOfTheLast(Session next) {
        return new NetworkFault(
                NetworkFault.Kind.STREAM_CUT,
                Fault.facts("node", next.source()),
                "the connection moved to this node");
    }
}
