package io.epochdesk.network.access;

import io.epochdesk.fault.FaultException;
import io.epochdesk.fault.NetworkFault;
import io.epochdesk.network.ChainEvent;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/**
 * Reads ranges of past heights in pieces of at most 250, several pieces at a time, and hands them
 * on in the order of the chain. A range answer holds one type of event, so every type is asked for
 * by itself and the answers are merged. A piece whose answer is too large is read in halves; large
 * answers make the next pieces shorter.
 *
 * <p>Nodes keep events as CCF, so asking for that spares them a translation; one that refuses is
 * asked for JSON-Cadence and not for CCF again. What the payloads are is told by their first byte.
 */
final class EventRangeReader {

    /** What access nodes allow in one call, both ends included. */
    static final int LARGEST_SPAN = 250;

    /**
     * Where calls are not counted, so that the first piece is decoded while the node makes the
     * next.
     */
    private static final int FIRST_SPAN = 25;

    private static final int PIECES_AHEAD = 4;
    private static final long LARGE = 4L << 20;
    private static final long SMALL = 512L << 10;

    private final NodeCaller caller;
    private final TipWatch tips;
    private final Elders elders;
    private final Engine engine;

    EventRangeReader(NodeCaller caller, TipWatch tips, Elders elders, Engine engine) {
        this.caller = caller;
        this.tips = tips;
        this.elders = elders;
        this.engine = engine;
    }

    /** Takes pieces of a range, in order, on the reading thread. */
    @FunctionalInterface
    interface Taker {
        /**
         * These events, and no others of the types, happened after the last piece and up to this
         * height.
         */
        void take(List<ChainEvent> events, long completeTo, String source);
    }

    /**
     * Reads a range.
     *
     * @param era the chain it is asked of
     * @param form what nodes are asked for, where they do not refuse it
     * @return the height up to which it could be read; less than {@code to} where the node does not
     *     have the rest yet
     * @throws FaultException when a piece could not be read; those before it have been handed on
     */
    long read(long era, Set<String> types, EventForm form, long from, long to, Taker taker)
            throws InterruptedException {
        Deque<Future<Piece>> ahead = new ArrayDeque<>();
        long next = from;
        long completeTo = from - 1;
        int span = engine.pacer().isPaced() ? LARGEST_SPAN : FIRST_SPAN;
        try {
            while (true) {
                while (next <= to && ahead.size() < PIECES_AHEAD) {
                    long first = next;
                    long last = Math.min(to, first + span - 1);
                    ahead.add(engine.submit(() -> piece(era, types, form, first, last)));
                    next = last + 1;
                }
                Future<Piece> first = ahead.poll();
                if (first == null) {
                    return completeTo;
                }
                Piece piece = resultOf(first);
                taker.take(piece.events(), piece.completeTo(), piece.source());
                completeTo = piece.completeTo();
                if (piece.completeTo() < piece.to()) {
                    return completeTo;
                }
                span = nextSpan(piece);
            }
        } finally {
            ahead.forEach(piece -> piece.cancel(true));
        }
    }

    /** How many heights to ask for next, after those of a piece and what they brought. */
    private static int nextSpan(Piece piece) {
        int span = (int) (piece.to() - piece.from() + 1);
        long bytes = 0;
        for (ChainEvent event : piece.events()) {
            bytes += event.payload().length;
        }
        if (bytes > LARGE) {
            return Math.max(1, span / 2);
        }
        return bytes < SMALL ? Math.min(LARGEST_SPAN, span * 2) : span;
    }

    private Piece piece(long era, Set<String> types, EventForm form, long from, long to) {
        List<ChainEvent> events = new ArrayList<>();
        long completeTo = to;
        String source = "";
        try {
            for (String type : types) {
                Answer answer =
                        caller.askIn(
                                era,
                                CallKind.EVENTS,
                                session ->
                                        elders.ask(
                                                session,
                                                from,
                                                CallKind.EVENTS,
                                                node -> ask(node, type, form, from, to)));
                events.addAll(answer.range().events());
                completeTo = Math.min(completeTo, answer.range().coveredTo());
                source = answer.source();
            }
        } catch (FaultException e) {
            if (from == to || !isTooLarge(e)) {
                throw e;
            }
            return halves(era, types, form, from, to);
        }
        return new Piece(ordered(events, completeTo), from, to, completeTo, source);
    }

    private Piece halves(long era, Set<String> types, EventForm form, long from, long to) {
        long middle = from + (to - from) / 2;
        Piece left = piece(era, types, form, from, middle);
        if (left.completeTo() < middle) {
            return new Piece(left.events(), from, to, left.completeTo(), left.source());
        }
        Piece right = piece(era, types, form, middle + 1, to);
        List<ChainEvent> all = new ArrayList<>(left.events());
        all.addAll(right.events());
        return new Piece(all, from, to, right.completeTo(), right.source());
    }

    private Answer ask(Session session, String type, EventForm form, long from, long to)
            throws InterruptedException {
        EventRange range = events(session, type, form, from, to);
        if (!range.events().isEmpty()) {
            ChainEvent first = range.events().getFirst();
            ChainEvent last = range.events().getLast();
            tips.compare(session, first.height(), first.blockId());
            tips.compare(session, last.height(), last.blockId());
        }
        return new Answer(range, session.source());
    }

    private EventRange events(Session session, String type, EventForm form, long from, long to)
            throws InterruptedException {
        if (form == EventForm.JSON || session.slot().refusesCcf()) {
            return session.calls().events(type, from, to, EventForm.JSON);
        }
        try {
            return session.calls().events(type, from, to, form);
        } catch (FaultException refusal) {
            if (!isRefusal(refusal)) {
                throw refusal;
            }
            engine.pacer().acquire(CallKind.EVENTS);
            EventRange range = session.calls().events(type, from, to, EventForm.JSON);
            session.slot().refusedCcf();
            return range;
        }
    }

    /** In the order of the chain, each once, none beyond what is complete. */
    static List<ChainEvent> ordered(List<ChainEvent> events, long completeTo) {
        List<ChainEvent> sorted = new ArrayList<>(events);
        sorted.sort(ChainEvent.ORDER);
        List<ChainEvent> once = new ArrayList<>(sorted.size());
        @Nullable ChainEvent last = null;
        for (ChainEvent event : sorted) {
            if (event.height() <= completeTo
                    && (last == null || ChainEvent.ORDER.compare(last, event) != 0)) {
                once.add(event);
            }
            last = event;
        }
        return once;
    }

    private static boolean isTooLarge(FaultException e) {
        return e.fault() instanceof NetworkFault fault
                && fault.kind() == NetworkFault.Kind.ANSWER_TOO_LARGE;
    }

    private static boolean isRefusal(FaultException e) {
        return e.fault() instanceof NetworkFault fault
                && (fault.kind() == NetworkFault.Kind.REFUSED
                        || fault.kind() == NetworkFault.Kind.UNSUPPORTED);
    }

    private static Piece resultOf(Future<Piece> piece) throws InterruptedException {
        try {
            return piece.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof FaultException fault) {
                throw fault;
            }
            throw new IllegalStateException("reading events failed without a fault", e.getCause());
        }
    }

    private record Answer(EventRange range, String source) {}

    private record Piece(
            List<ChainEvent> events, long from, long to, long completeTo, String source) {}
}
