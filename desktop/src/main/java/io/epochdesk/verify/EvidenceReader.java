package io.epochdesk.verify;

import io.epochdesk.cadence.CadenceDecoder;
import io.epochdesk.cadence.CadenceValue;
import io.epochdesk.cadence.IntegerType;
import io.epochdesk.cadence.Program;
import io.epochdesk.cadence.Shape;
import io.epochdesk.dkg.PhaseEnds;
import io.epochdesk.epoch.AnnouncementFinder;
import io.epochdesk.epoch.DkgDeadlines;
import io.epochdesk.epoch.EpochAnnouncement;
import io.epochdesk.epoch.HeightFinder;
import io.epochdesk.fault.EvidenceFault;
import io.epochdesk.fault.FaultException;
import io.epochdesk.network.ChainEvent;
import io.epochdesk.network.FlowNetwork;
import io.epochdesk.network.ScriptAnswer;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Collects the evidence of an epoch: its announcement, then every event up to the commitment, then
 * the end of the DKG when the epoch begins. A few requests to find the places, and one for every
 * 250 heights of the setup.
 */
public final class EvidenceReader {

    /** Heights read between two words on how far it has come. */
    private static final long PIECE = 2_500;

    /** Heights searched for the end of the DKG, at each of two places. */
    private static final long SEARCHED = 4_000;

    private static final Program PREPARATION = Program.shipped("epoch", "preparation");

    private final FlowNetwork network;
    private final Progress progress;
    private final AnnouncementFinder announcements;
    private final HeightFinder heights;
    private final CadenceDecoder decoder = new CadenceDecoder();

    public EvidenceReader(FlowNetwork network, Progress progress) {
        this.network = network;
        this.progress = progress;
        this.announcements = new AnnouncementFinder(network);
        this.heights = new HeightFinder(network.blocks());
    }

    /** Told how far the reading has come. */
    @FunctionalInterface
    public interface Progress {

        /**
         * Events up to a height are read.
         *
         * @param height the height
         * @param atMost where the reading ends at the latest
         */
        void read(long height, long atMost);
    }

    /**
     * The evidence of the epoch with this counter.
     *
     * @throws FaultException when there is none, or it cannot be had
     */
    public EpochEvidence read(long counter) {
        network.pace(FlowNetwork.Pace.SETUP);
        if (counter == 0) {
            throw unavailable(EvidenceFault.Kind.NEVER_PREPARED, counter);
        }
        ScriptAnswer answer = preparation(counter);
        Preparation prepared = decoded(answer, counter);
        ChainEvent announced =
                announcements
                        .find(counter, prepared.startView())
                        .orElseThrow(
                                () -> unavailable(EvidenceFault.Kind.ANNOUNCEMENT_GONE, counter));
        DkgDeadlines deadlines = deadlines(counter, announced);
        Collected found = collect(counter, announced, prepared.startView());
        if (answer.json().provenance().height() < found.completeTo) {
            // whatever the events tell, the contract was asked after it, not before
            answer = preparation(counter);
        }
        return new EpochEvidence(
                answer.identity().chain().value(),
                answer.identity().rootBlock(),
                counter,
                deadlines,
                new PhaseEnds(
                        after(deadlines.phase1()),
                        after(deadlines.phase2()),
                        after(deadlines.phase3())),
                found.completeTo,
                new String(answer.json().value(), StandardCharsets.UTF_8),
                found.events);
    }

    private ScriptAnswer preparation(long counter) {
        CadenceValue argument = new CadenceValue.IntegerValue(IntegerType.UINT64, counter);
        return network.scripts().run(PREPARATION, List.of(argument));
    }

    private Preparation decoded(ScriptAnswer answer, long counter) {
        Shape shape = Shape.of(decoder.decode(answer.json().value()), PREPARATION.name());
        return Preparation.read(shape)
                .orElseThrow(() -> unavailable(EvidenceFault.Kind.EPOCH_UNKNOWN, counter));
    }

    /**
     * The deadlines stand in the announcement of the epoch before; where that cannot be had they
     * follow from its auction's end and the length of a phase at that time.
     */
    private DkgDeadlines deadlines(long counter, ChainEvent announced) {
        Preparation before = decoded(preparation(counter - 1), counter - 1);
        Optional<ChainEvent> earlier = announcements.find(counter - 1, before.startView());
        if (earlier.isPresent()) {
            return announcement(earlier.get()).deadlines();
        }
        DkgDeadlines next = announcement(announced).deadlines();
        long phase = next.phase2() - next.phase1();
        long end = before.stakingEndView();
        return new DkgDeadlines(
                end + phase, end + 2 * phase, end + 3 * phase, DkgDeadlines.Origin.COMPUTED);
    }

    private EpochAnnouncement announcement(ChainEvent event) {
        return EpochAnnouncement.read(Shape.of(decoder.decode(event.payload()), event.type()));
    }

    private long after(long view) {
        return heights.firstHeightAt(view + 1).orElse(Long.MAX_VALUE);
    }

    private Collected collect(long counter, ChainEvent announced, long startView) {
        long tip = network.blocks().latestSealed().height();
        // the heartbeat ends an epoch in the block that reaches its last view (FlowEpoch,
        // advanceBlock), so the next one's first event lies before its first view
        long start = heights.firstHeightAt(startView - 1).orElse(tip);
        long atMost = Math.max(announced.height(), Math.min(tip, start + SEARCHED));
        Set<String> types =
                Set.of(
                        type("FlowEpoch", "EpochSetup"),
                        type("FlowDKG", "StartDKG"),
                        type("FlowDKG", "BroadcastMessage"),
                        type("FlowEpoch", "EpochCommit"),
                        type("FlowEpoch", "EpochRecover"));
        List<ChainEvent> events = new ArrayList<>();
        long at = announced.height();
        while (at <= atMost) {
            long to = Math.min(atMost, at + PIECE - 1);
            for (ChainEvent event : network.events().range(types, at, to)) {
                if (isBefore(event, announced)) {
                    continue;
                }
                if (!names(event) || counterOf(event) == counter) {
                    events.add(event);
                }
                if (isResult(event) && counterOf(event) == counter) {
                    end(counter, event.height(), start, tip).ifPresent(events::add);
                    return new Collected(events, event.height());
                }
            }
            progress.read(to, atMost);
            at = to + 1;
        }
        return new Collected(events, atMost);
    }

    /** {@code EndDKG} comes with the switch to the epoch, long after the commitment as a rule. */
    private Optional<ChainEvent> end(long counter, long commit, long start, long tip) {
        Optional<ChainEvent> soon = endIn(commit, Math.min(tip, commit + SEARCHED), counter);
        return soon.isPresent() || start <= commit + SEARCHED
                ? soon
                : endIn(start, Math.min(tip, start + SEARCHED), counter);
    }

    private Optional<ChainEvent> endIn(long from, long to, long counter) {
        String end = type("FlowDKG", "EndDKG");
        String switched = type("FlowEpoch", "EpochStart");
        for (long at = from; at <= to; at += PIECE) {
            ChainEvent last = null;
            for (ChainEvent event :
                    network.events()
                            .range(Set.of(end, switched), at, Math.min(to, at + PIECE - 1))) {
                if (event.type().equals(end)) {
                    last = event;
                } else if (counterOf(event) >= counter) {
                    return Optional.ofNullable(last);
                }
            }
            if (last != null) {
                return Optional.of(last);
            }
        }
        return Optional.empty();
    }

    /** {@code StartDKG} comes just before {@code EpochSetup}, in the same transaction. */
    private boolean isBefore(ChainEvent event, ChainEvent announced) {
        return ChainEvent.ORDER.compare(event, announced) < 0
                && !event.type().equals(type("FlowDKG", "StartDKG"));
    }

    private boolean isResult(ChainEvent event) {
        return event.type().equals(type("FlowEpoch", "EpochCommit"))
                || event.type().equals(type("FlowEpoch", "EpochRecover"));
    }

    /** Whether the event says which epoch it is about. */
    private boolean names(ChainEvent event) {
        return isResult(event) || event.type().equals(type("FlowEpoch", "EpochSetup"));
    }

    private long counterOf(ChainEvent event) {
        return Shape.of(decoder.decode(event.payload()), event.type()).field("counter").asUInt64();
    }

    private String type(String contract, String event) {
        return network.profile().eventType(contract, event);
    }

    private static FaultException unavailable(EvidenceFault.Kind kind, long counter) {
        return EvidenceFault.of(kind, "", "epoch", String.valueOf(counter));
    }

    /** Events, and the height up to which they are complete. */
    private record Collected(List<ChainEvent> events, long completeTo) {}
}
