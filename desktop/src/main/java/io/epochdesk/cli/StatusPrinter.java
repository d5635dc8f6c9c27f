package io.epochdesk.cli;

import io.epochdesk.board.BoardSnapshot;
import io.epochdesk.network.NetworkProfile;

import java.io.PrintWriter;
import java.time.Instant;

/** Prints snapshots as text or as JSON documents. */
final class StatusPrinter {

    private final Surroundings surroundings;
    private final NetworkProfile network;
    private final boolean json;
    private final boolean compact;

    StatusPrinter(
            Surroundings surroundings, NetworkProfile network, boolean json, boolean compact) {
        this.surroundings = surroundings;
        this.network = network;
        this.json = json;
        this.compact = compact;
    }

    /** Prints a snapshot and answers what it means. */
    ExitCode print(BoardSnapshot snapshot) {
        Instant now = surroundings.clock().instant();
        StatusDocument document = StatusDocument.of(surroundings.formats(), network, snapshot, now);
        PrintWriter out = surroundings.streams().out();
        if (json) {
            out.println(compact ? StatusJson.compact(document) : StatusJson.pretty(document));
        } else {
            new StatusText(surroundings.formats(), network, now).of(snapshot).forEach(out::println);
            tellFaults(snapshot);
        }
        out.flush();
        return Verdict.of(snapshot);
    }

    /** Whether nobody reads any more. */
    boolean isCut() {
        return surroundings.streams().out().checkError();
    }

    private void tellFaults(BoardSnapshot snapshot) {
        FaultReport report = new FaultReport(surroundings);
        PartFaults.of(snapshot).values().stream()
                .distinct()
                .forEach(fault -> report.write(surroundings.streams().err(), fault));
    }
}
