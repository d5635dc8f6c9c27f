package io.epochdesk.epoch;

import io.epochdesk.cadence.CadenceDecoder;
import io.epochdesk.cadence.CadenceValue;
import io.epochdesk.cadence.IntegerType;
import io.epochdesk.cadence.Program;
import io.epochdesk.cadence.Shape;
import io.epochdesk.fault.FaultException;
import io.epochdesk.fault.NetworkFault;
import io.epochdesk.network.ChainEvent;
import io.epochdesk.network.EventSource;
import io.epochdesk.network.FlowNetwork;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Finds the deadlines of the DKG that runs in the current epoch. They stand in the {@code
 * EpochSetup} (or {@code EpochRecover}) whose counter is the current epoch's, which was emitted one
 * epoch earlier: right after the end of that epoch's auction, or, after a recovery, shortly before
 * the current epoch began. Both places are searched, with a bounded number of requests; the
 * computed deadlines are the last resort.
 */
public final class DkgDeadlineReader {

    /** Heights asked for at once. */
    private static final long PIECE = 250;

    /** Pieces searched at each place. */
    private static final int MAX_PIECES = 16;

    private static final Program METADATA = Program.shipped("epoch", "metadata");

    private final FlowNetwork network;
    private final HeightFinder heights;
    private final CadenceDecoder decoder = new CadenceDecoder();
    private final Set<String> announcements;

    public DkgDeadlineReader(FlowNetwork network) {
        this.network = network;
        this.heights = new HeightFinder(network.blocks());
        this.announcements =
                Set.of(
                        network.profile().eventType("FlowEpoch", "EpochSetup"),
                        network.profile().eventType("FlowEpoch", "EpochRecover"));
    }

    /**
     * What follows from the present configuration: right only if the length of a phase was not
     * changed since.
     */
    public static DkgDeadlines computed(EpochState epoch) {
        long phase = epoch.config().viewsInDkgPhase();
        long end = epoch.stakingEndView();
        return new DkgDeadlines(
                end + phase, end + 2 * phase, end + 3 * phase, DkgDeadlines.Origin.COMPUTED);
    }

    /**
     * The deadlines as the chain announced them, or the computed ones where the chain has no
     * announcement that can still be had.
     *
     * @throws FaultException when nothing can be asked at present
     */
    public DkgDeadlines read(EpochState epoch) {
        if (epoch.counter() == 0) {
            // the first epoch of a chain was never announced
            return computed(epoch);
        }
        long tip = network.blocks().latestSealed().height();
        Optional<DkgDeadlines> announced = afterPreviousAuction(epoch, tip);
        if (announced.isEmpty()) {
            announced = beforeStart(epoch, tip);
        }
        return announced.orElseGet(() -> computed(epoch));
    }

    private Optional<DkgDeadlines> afterPreviousAuction(EpochState epoch, long tip) {
        OptionalLong auctionEnd = previousAuctionEnd(epoch.counter() - 1);
        if (auctionEnd.isEmpty()) {
            return Optional.empty();
        }
        OptionalLong from = heights.firstHeightAt(auctionEnd.getAsLong());
        if (from.isEmpty()) {
            return Optional.empty();
        }
        long at = from.getAsLong();
        for (int piece = 0; piece < MAX_PIECES && at <= tip; piece++, at += PIECE) {
            Optional<DkgDeadlines> found = in(at, Math.min(tip, at + PIECE - 1), epoch.counter());
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<DkgDeadlines> beforeStart(EpochState epoch, long tip) {
        long at = heights.firstHeightAt(epoch.startView()).orElse(tip);
        long root = network.blocks().rootHeight();
        for (int piece = 0; piece < MAX_PIECES && at >= root; piece++, at -= PIECE) {
            Optional<DkgDeadlines> found = in(Math.max(root, at - PIECE + 1), at, epoch.counter());
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private OptionalLong previousAuctionEnd(long counter) {
        CadenceValue argument = new CadenceValue.IntegerValue(IntegerType.UINT64, counter);
        byte[] json = network.scripts().run(METADATA, List.of(argument)).json().value();
        Shape answer = Shape.of(decoder.decode(json), "metadata");
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
    private Optional<DkgDeadlines> in(long from, long to, long counter) {
        EventSource source = network.events();
        List<ChainEvent> events;
        try {
            events = source.range(announcements, from, to);
        } catch (FaultException e) {
            if (e.fault() instanceof NetworkFault fault
                    && fault.kind() == NetworkFault.Kind.UNAVAILABLE_HEIGHT) {
                return Optional.empty();
            }
            throw e;
        }
        return events.stream()
                .map(event -> Shape.of(decoder.decode(event.payload()), event.type()))
                .filter(event -> event.field("counter").asUInt64() == counter)
                .reduce((earlier, later) -> later)
                .map(DkgDeadlineReader::deadlines);
    }

    private static DkgDeadlines deadlines(Shape event) {
        long phase1 = event.field("DKGPhase1FinalView").asUInt64();
        long phase2 = event.field("DKGPhase2FinalView").asUInt64();
        long phase3 = event.field("DKGPhase3FinalView").asUInt64();
        if (phase1 > phase2 || phase2 > phase3 || phase3 > EpochAnswer.MAX_VIEW) {
            throw event.unexpected(
                    "deadlines in order, at most 2^60", phase1 + ", " + phase2 + ", " + phase3);
        }
        return new DkgDeadlines(phase1, phase2, phase3, DkgDeadlines.Origin.EVENT);
    }
}
