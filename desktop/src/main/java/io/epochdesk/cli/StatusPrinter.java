package io.epochdesk.cli;

import io.epochdesk.board.BoardSnapshot;
import io.epochdesk.epoch.EpochPhase;
import io.epochdesk.epoch.EpochState;
import io.epochdesk.fleet.FleetSnapshot;
import io.epochdesk.fleet.Notification;
import io.epochdesk.live.Reading;
import io.epochdesk.network.AccessNode;
import io.epochdesk.network.NetworkProfile;

import org.jspecify.annotations.Nullable;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;

/** Prints snapshots as text or as JSON documents. */
final class StatusPrinter {

    private final Surroundings surroundings;
    private final NetworkProfile network;
    private final boolean mine;
    private final boolean json;
    private final boolean compact;
    private @Nullable Head told;

    StatusPrinter(
            Surroundings surroundings,
            NetworkProfile network,
            boolean mine,
            boolean json,
            boolean compact) {
        this.surroundings = surroundings;
        this.network = network;
        this.mine = mine;
        this.json = json;
        this.compact = compact;
    }

    /** What the head of a text says, apart from what passes by itself. */
    private record Head(
            @Nullable AccessNode node, @Nullable Long epoch, @Nullable EpochPhase phase) {

        static Head of(BoardSnapshot snapshot) {
            Reading<EpochState> epoch = snapshot.epoch().last();
            return new Head(
                    snapshot.connection().node(),
                    epoch == null ? null : epoch.value().counter(),
                    epoch == null ? null : epoch.value().phase());
        }
    }

    /**
     * Prints the head of a text, if a text with a head is what was asked for: which network answers
     * and where its epoch stands, while everything else is still being read.
     */
    void head(BoardSnapshot snapshot) {
        if (!json && !mine) {
            told = Head.of(snapshot);
            PrintWriter out = surroundings.streams().out();
            new StatusText(surroundings.formats(), network, surroundings.clock().instant())
                    .head(snapshot)
                    .forEach(out::println);
            out.flush();
        }
    }

    /**
     * Prints a snapshot and answers what it means. A head that was printed before is not printed
     * again, unless it no longer holds.
     *
     * @param fleet the operator's nodes, or null where none are kept
     */
    ExitCode print(BoardSnapshot snapshot, @Nullable FleetSnapshot fleet) {
        Instant now = surroundings.clock().instant();
        ExitCode code = Verdict.of(snapshot, fleet, mine);
        PrintWriter out = surroundings.streams().out();
        if (json) {
            StatusDocument document =
                    StatusDocument.of(surroundings.formats(), network, snapshot, fleet, code, now);
            out.println(compact ? StatusJson.compact(document) : StatusJson.pretty(document));
        } else {
            if (!Head.of(snapshot).equals(told)) {
                head(snapshot);
            }
            told = null;
            lines(snapshot, fleet, now).forEach(out::println);
            out.flush();
            tellFaults(snapshot, fleet);
        }
        out.flush();
        return code;
    }

    private List<String> lines(BoardSnapshot snapshot, @Nullable FleetSnapshot fleet, Instant now) {
        return mine
                ? new MineText(surroundings.formats(), now)
                        .all(fleet == null ? FleetSnapshot.empty() : fleet)
                : new StatusText(surroundings.formats(), network, now).rest(snapshot, fleet);
    }

    /** Prints a line for each need that is over; a document lists what needs the operator now. */
    void printOver(List<Notification> over, FleetSnapshot fleet) {
        if (json) {
            return;
        }
        Lines lines = new Lines();
        new MineText(surroundings.formats(), surroundings.clock().instant())
                .over(over, fleet, lines);
        PrintWriter out = surroundings.streams().out();
        lines.all().forEach(out::println);
        out.flush();
    }

    /** Whether only the operator's nodes are printed. */
    boolean isOnlyMine() {
        return mine && !json;
    }

    /** Whether nobody reads any more. */
    boolean isCut() {
        return surroundings.streams().out().checkError();
    }

    private void tellFaults(BoardSnapshot snapshot, @Nullable FleetSnapshot fleet) {
        FaultReport report = new FaultReport(surroundings);
        PartFaults.of(snapshot).values().stream()
                .distinct()
                .forEach(fault -> report.write(surroundings.streams().err(), fault));
        if (fleet != null && fleet.trouble() != null) {
            report.write(surroundings.streams().err(), fleet.trouble());
        }
    }
}
