package io.epochdesk.cli;

import io.epochdesk.board.BoardSnapshot;
import io.epochdesk.fault.Fault;
import io.epochdesk.fault.NetworkFault;
import io.epochdesk.live.Part;
import io.epochdesk.network.AccessNode;

import java.time.Duration;

/** Gives the parts that did not arrive in time a fault that says so. */
final class Overdue {

    private Overdue() {}

    static BoardSnapshot mark(BoardSnapshot snapshot, Duration limit) {
        AccessNode node = snapshot.connection().node();
        Fault late =
                snapshot.connection().fault() != null
                        ? snapshot.connection().fault()
                        : new NetworkFault(
                                NetworkFault.Kind.TIMED_OUT,
                                Fault.facts(
                                        "node",
                                        node == null ? "The network" : node.name(),
                                        "seconds",
                                        Long.toString(limit.toSeconds())),
                                "");
        return new BoardSnapshot(
                snapshot.connection(),
                mark(snapshot.epoch(), late),
                mark(snapshot.deadlines(), late),
                mark(snapshot.outlook(), late),
                mark(snapshot.voting(), late),
                mark(snapshot.dkg(), late),
                mark(snapshot.whiteboard(), late),
                mark(snapshot.matrix(), late),
                snapshot.attention());
    }

    private static <T> Part<T> mark(Part<T> part, Fault late) {
        boolean arrived = part.last() != null || part.trouble() != null;
        return arrived ? part : new Part<>(null, late, null);
    }
}
