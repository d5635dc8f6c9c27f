package io.epochdesk.dkg;

import io.epochdesk.cadence.CadenceDecoder;
import io.epochdesk.cadence.Shape;
import io.epochdesk.dkg.WhiteboardEntry.Origin;
import io.epochdesk.fault.Fault;
import io.epochdesk.fault.FaultException;
import io.epochdesk.network.ChainEvent;
import io.epochdesk.network.NetworkProfile;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The whiteboard as its events tell it: {@code StartDKG} begins a new board, {@code EpochSetup} in
 * the same block says for which epoch, {@code BroadcastMessage} adds to it, {@code EpochCommit} and
 * {@code EndDKG} announce what came of it. One thread at a time.
 */
final class WhiteboardBook implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WhiteboardBook.class);

    private final CadenceDecoder decoder = new CadenceDecoder();
    private final Path spillFolder;
    private final String chain;
    private final String start;
    private final String message;
    private final String setup;
    private final String commit;
    private final String end;
    private final List<AnnouncedKeys> announced = new ArrayList<>();
    private final long from;
    private final long memoryLimit;
    private WhiteboardLedger ledger;
    private long startHeight = -1;
    private long completeTo = -1;
    private long counter = -1;
    private @Nullable Committee committee;
    private @Nullable Heard heard;
    private @Nullable Fault malformed;
    private boolean frontKnown;
    private final List<Span> leftOut = new ArrayList<>();

    /**
     * A board followed from a height on.
     *
     * @param from the first height whose events are told
     */
    WhiteboardBook(NetworkProfile profile, Path spillFolder, long from) {
        this(profile, spillFolder, from, ContentStore.MEMORY_LIMIT);
    }

    /** A board that begins with the {@code StartDKG} of a height. */
    static WhiteboardBook begunAt(NetworkProfile profile, Path spillFolder, long startHeight) {
        WhiteboardBook book = new WhiteboardBook(profile, spillFolder, startHeight);
        book.startHeight = startHeight;
        return book;
    }

    /**
     * A board that keeps less in memory than usual.
     *
     * @param memoryLimit bytes of contents that stay in memory
     */
    WhiteboardBook(NetworkProfile profile, Path spillFolder, long from, long memoryLimit) {
        this.memoryLimit = memoryLimit;
        this.spillFolder = spillFolder;
        this.from = from;
        this.chain = profile.chain().value();
        this.start = start(profile);
        this.message = profile.eventType("FlowDKG", "BroadcastMessage");
        this.setup = profile.eventType("FlowEpoch", "EpochSetup");
        this.commit = profile.eventType("FlowEpoch", "EpochCommit");
        this.end = profile.eventType("FlowDKG", "EndDKG");
        this.ledger = anotherLedger();
    }

    /** The events this book is written from: once a beginning is known, the messages only. */
    Set<String> types() {
        return startHeight >= 0 ? Set.of(message) : Set.of(start, message);
    }

    /** The event that begins a board. */
    static String start(NetworkProfile profile) {
        return profile.eventType("FlowDKG", "StartDKG");
    }

    /** Events that announce a DKG, for which epoch it is, and what came of it. */
    static Set<String> announcements(NetworkProfile profile) {
        return Set.of(
                start(profile),
                profile.eventType("FlowEpoch", "EpochSetup"),
                profile.eventType("FlowEpoch", "EpochCommit"),
                profile.eventType("FlowDKG", "EndDKG"));
    }

    /** Events that, when they happen, change what else is shown; announcements among them. */
    static Set<String> signals(NetworkProfile profile) {
        Set<String> all = new HashSet<>(announcements(profile));
        all.add(profile.eventType("FlowEpoch", "EpochStart"));
        all.add(profile.eventType("FlowEpoch", "EpochRecover"));
        return all;
    }

    /**
     * Takes in events in their order.
     *
     * @return whether one of them says that epoch, votes or submissions changed as well
     */
    boolean take(List<ChainEvent> events, long upTo) {
        boolean more = false;
        for (ChainEvent event : events) {
            if (event.type().equals(message)) {
                post(event);
            } else {
                more = true;
                if (event.type().equals(start)) {
                    begin(event.height());
                } else if (event.type().equals(setup)) {
                    announce(event);
                } else if (event.type().equals(commit) || event.type().equals(end)) {
                    conclude(event);
                }
            }
        }
        completeTo = Math.max(completeTo, upTo);
        believe();
        return more;
    }

    /**
     * Says what is known of the DKG at a height, if that is the DKG of this board. It counts as
     * soon as the events have come so far; half a judgement must not show in between.
     */
    void know(DkgState dkg, long dkgCounter, long height) {
        heard = new Heard(dkg, dkgCounter, height);
        believe();
    }

    private void believe() {
        Heard said = heard;
        if (said == null) {
            return;
        }
        boolean sameDkg = startHeight >= 0 && counter == said.counter();
        if (said.height() < Math.max(startHeight, from)
                || (completeTo < said.height() && !sameDkg)) {
            // a StartDKG in between may not have been told yet
            return;
        }
        heard = null;
        DkgState dkg = said.dkg();
        committee = dkg.standing() == DkgState.Standing.NONE ? null : Committee.of(dkg);
        if (counter < 0 || startHeight < 0) {
            counter = said.counter();
        }
        judge();
    }

    /** Remembers that the signals of these heights are still to be read. */
    void leftOut(long first, long last) {
        leftOut.add(new Span(first, last));
    }

    /**
     * The heights of this board whose announcements were not told, the earliest first; none where
     * the board did not begin with an event, since then they would not count.
     */
    Optional<Span> announcementsLeftOut() {
        leftOut.removeIf(span -> span.last() < startHeight);
        return startHeight < 0 || leftOut.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Span(
                                Math.max(startHeight, leftOut.getFirst().first()),
                                leftOut.getFirst().last()));
    }

    /**
     * Takes in the announcements of heights that were left out.
     *
     * @return where a later board begins, if one does in those heights: then what this one took in
     *     after it is not its own
     */
    OptionalLong announced(Span heights, List<ChainEvent> events) {
        leftOut.removeIf(span -> span.last() == heights.last());
        OptionalLong later =
                events.stream()
                        .filter(event -> event.type().equals(start))
                        .mapToLong(ChainEvent::height)
                        .filter(height -> height > startHeight)
                        .max();
        if (later.isPresent()) {
            return later;
        }
        for (ChainEvent event : events) {
            if (event.type().equals(setup)) {
                announce(event);
            } else if (!event.type().equals(start)) {
                conclude(event);
            }
        }
        announced.sort(Comparator.comparingLong(AnnouncedKeys::height));
        believe();
        return later;
    }

    /** Whether messages may lie before the first event told. */
    boolean lacksFront() {
        return startHeight < 0 && !frontKnown;
    }

    /** How many messages are known by events up to a height. */
    int knownUpTo(long height) {
        List<WhiteboardEntry> entries = ledger.entries();
        int known = entries.size();
        while (known > 0 && entries.get(known - 1).origin().height() > height) {
            known--;
        }
        return known;
    }

    /** A ledger without entries, for a front that is still being read. */
    WhiteboardLedger anotherLedger() {
        return new WhiteboardLedger(new ContentStore(spillFolder, memoryLimit));
    }

    /**
     * Puts messages of the contract's list before those of the events.
     *
     * @param front those messages; it goes on as the ledger of this book
     */
    void fillFront(WhiteboardLedger front) {
        WhiteboardLedger tail = ledger;
        ledger = front;
        for (WhiteboardEntry entry : tail.entries()) {
            front.adopt(entry, tail.contentOf(entry.position()));
        }
        tail.close();
        frontKnown = true;
        judge();
    }

    long completeTo() {
        return completeTo;
    }

    Whiteboard board() {
        return new Whiteboard(
                counter,
                instanceId(),
                startHeight,
                startHeight >= 0 ? startHeight : from,
                completeTo,
                ledger.entries(),
                ledger.tally(),
                ledger.contents(),
                announced);
    }

    /** What is wrong with what was told, if anything. */
    Optional<Fault> trouble() {
        return Optional.ofNullable(malformed).or(ledger::trouble);
    }

    @Override
    public void close() {
        ledger.close();
    }

    private void begin(long height) {
        ledger.close();
        ledger = anotherLedger();
        startHeight = height;
        counter = -1;
        committee = null;
        malformed = null;
        announced.clear();
    }

    private void announce(ChainEvent event) {
        if (event.height() != startHeight) {
            return;
        }
        try {
            counter = shape(event).field("counter").asUInt64();
            judge();
        } catch (FaultException e) {
            malformed = e.fault();
        }
    }

    /** What is announced counts for this board only when all of the board was told by events. */
    private void conclude(ChainEvent event) {
        if (startHeight < 0) {
            return;
        }
        try {
            Shape shape = shape(event);
            if (event.type().equals(end)) {
                AnnouncedKeys.readEnd(shape, event.height()).ifPresent(announced::add);
            } else if (shape.field("counter").asUInt64() == counter) {
                announced.add(
                        AnnouncedKeys.read(
                                AnnouncedKeys.Event.EPOCH_COMMIT, shape, event.height()));
            }
        } catch (FaultException e) {
            // the board itself is whole without it
            LOG.warn("the result at height {} cannot be read: {}", event.height(), e.fault());
        }
    }

    private void post(ChainEvent event) {
        Origin origin = new Origin(event.height(), event.transactionId());
        String nodeId;
        String content;
        try {
            Shape posted = shape(event);
            nodeId = posted.field("nodeID").asString();
            content = posted.field("content").asString();
        } catch (FaultException e) {
            // it has its place on the board all the same: later ones must keep theirs
            LOG.warn("a message at height {} cannot be read: {}", event.height(), e.fault());
            ledger.appendUnreadable(event.payload(), origin);
            return;
        }
        ledger.append(nodeId, content, origin);
    }

    private Shape shape(ChainEvent event) {
        return Shape.of(decoder.decode(event.payload()), event.type());
    }

    private void judge() {
        String instance = instanceId();
        ledger.judgeBy(new EntryJudge(instance.isEmpty() ? null : instance, committee));
    }

    /**
     * {@code dkg-<chain id>-<counter>}, as flow-go names it; empty while the counter is not known.
     */
    private String instanceId() {
        return counter < 0 ? "" : "dkg-" + chain + "-" + counter;
    }

    /** Heights from one to another, both included. */
    record Span(long first, long last) {}

    /** What was said of a DKG, and at which height. */
    private record Heard(DkgState dkg, long counter, long height) {}
}
