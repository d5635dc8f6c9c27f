package io.epochdesk.epoch;

import io.epochdesk.cadence.CadenceDecoder;
import io.epochdesk.cadence.CadenceValue;
import io.epochdesk.cadence.IntegerType;
import io.epochdesk.cadence.Program;
import io.epochdesk.cadence.Shape;
import io.epochdesk.fault.FaultException;
import io.epochdesk.fault.NetworkFault;
import io.epochdesk.network.ChainEvent;
import io.epochdesk.network.FlowNetwork;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Finds the event that announced an epoch: {@code EpochSetup}, emitted right after the auction of
 * the epoch before, or {@code EpochRecover}, emitted shortly before the epoch began. Both places
 * are searched, with a bounded number of requests.
 */
public final class AnnouncementFinder {

    /** Heights asked for at once. */
    private static final long PIECE = 250;

    /** Pieces searched at each place. */
    private static final int MAX_PIECES = 16;

    private static final Program METADATA = Program.shipped("epoch", "metadata");

    private final FlowNetwork network;
    private final HeightFinder heights;
    private final CadenceDecoder decoder = new CadenceDecoder();
    private final Set<String> announcements;

    public AnnouncementFinder(FlowNetwork network) {
        this.network = network;
        this.heights = new HeightFinder(network.blocks());
        this.announcements =
                Set.of(
                        network.profile().eventType("FlowEpoch", "EpochSetup"),
                        network.profile().eventType("FlowEpoch", "EpochRecover"));
    }

    /**
     * The last announcement of an epoch, where the nodes still have it. The first epoch of a chain
     * was never announced.
     *
     * @param counter the epoch's counter
     * @param startView its first view; may lie ahead
     * @throws FaultException when nothing can be asked at present
     */
    public Optional<ChainEvent> find(long counter, long startView) {
        if (counter == 0) {
            return Optional.empty();
        }
        long tip = network.blocks().latestSealed().height();
        Optional<ChainEvent> found = afterAuction(counter, tip);
        return found.isPresent() ? found : beforeStart(counter, startView, tip);
    }

    private Optional<ChainEvent> afterAuction(long counter, long tip) {
        OptionalLong auctionEnd = auctionEnd(counter - 1);
        if (auctionEnd.isEmpty()) {
            return Optional.empty();
        }
        OptionalLong from = heights.firstHeightAt(auctionEnd.getAsLong());
        if (from.isEmpty()) {
            return Optional.empty();
        }
        long at = from.getAsLong();
        for (int piece = 0; piece < MAX_PIECES && at <= tip; piece++, at += PIECE) {
            Optional<ChainEvent> found = in(at, Math.min(tip, at + PIECE - 1), counter);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<ChainEvent> beforeStart(long counter, long startView, long tip) {
        long at = heights.firstHeightAt(startView).orElse(tip);
        long root = network.blocks().rootHeight();
        for (int piece = 0; piece < MAX_PIECES && at >= root; piece++, at -= PIECE) {
            Optional<ChainEvent> found = in(Math.max(root, at - PIECE + 1), at, counter);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** The last view of an epoch's auction; empty when the contract does not know the epoch. */
    private OptionalLong auctionEnd(long counter) {
        CadenceValue argument = new CadenceValue.IntegerValue(IntegerType.UINT64, counter);
        byte[] json = network.scripts().run(METADATA, List.of(argument)).json().value();
        Shape answer = Shape.of(decoder.decode(json), METADATA.name());
        Optional<List<Long>> views = answer.optional(shape -> shape.list(Shape::asUInt64));
        if (views.isEmpty()) {
            return OptionalLong.empty();
        }
        if (views.get().size() != 3) {
            throw answer.unexpected("three views", String.valueOf(views.get().size()));
        }
        return OptionalLong.of(views.get().get(1));
    }

    /**
     * The last announcement of this epoch in a range, if there is one and the nodes still have it.
     */
    private Optional<ChainEvent> in(long from, long to, long counter) {
        List<ChainEvent> events;
        try {
            events = network.events().range(announcements, from, to);
        } catch (FaultException e) {
            if (e.fault() instanceof NetworkFault fault
                    && fault.kind() == NetworkFault.Kind.UNAVAILABLE_HEIGHT) {
                return Optional.empty();
            }
            throw e;
        }
        return events.stream()
                .filter(
                        event ->
                                Shape.of(decoder.decode(event.payload()), event.type())
                                                .field("counter")
                                                .asUInt64()
                                        == counter)
                .reduce((earlier, later) -> later);
    }
}
