package io.epochdesk.cli;

import io.epochdesk.board.BoardSnapshot;
import io.epochdesk.dkg.DkgState;
import io.epochdesk.fault.Fault;
import io.epochdesk.fault.NetworkFault;
import io.epochdesk.fleet.FleetSnapshot;
import io.epochdesk.live.Part;
import io.epochdesk.network.Connection;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.stream.Stream;

/** What a snapshot means for the exit code, and whether it is whole. */
final class Verdict {

    private Verdict() {}

    /** Fine, attention, or not read: a part without which there is no answer was never read. */
    static ExitCode of(BoardSnapshot snapshot) {
        return of(snapshot, null, false);
    }

    /**
     * The same with the operator's nodes: one that is late needs attention.
     *
     * @param fleet the operator's nodes, or null where none are kept
     * @param mine whether they are what was asked for: then so does whatever else needs the
     *     operator
     */
    static ExitCode of(BoardSnapshot snapshot, @Nullable FleetSnapshot fleet, boolean mine) {
        if (needed(snapshot).anyMatch(part -> part.reading().isEmpty())) {
            return ExitCode.COULD_NOT_READ;
        }
        boolean needs =
                fleet != null && fleet.needs().stream().anyMatch(need -> mine || need.isLate());
        return snapshot.attention().isEmpty() && !needs ? ExitCode.FINE : ExitCode.ATTENTION;
    }

    /**
     * Whether waiting longer may not bring more: every part was read or failed, or nothing answers
     * at all.
     *
     * @param whiteboardTo the height up to which the whiteboard of a running DKG must be known
     */
    static boolean isSettled(BoardSnapshot snapshot, long whiteboardTo) {
        boolean lost = snapshot.connection().state() == Connection.State.LOST;
        boolean nothing = needed(snapshot).allMatch(part -> part.reading().isEmpty());
        if (lost && nothing) {
            return true;
        }
        return all(snapshot).allMatch(part -> part.last() != null || part.trouble() != null)
                && isWhiteboardThere(snapshot, whiteboardTo)
                && isReviewed(snapshot)
                && snapshot.voting().value().map(round -> round.checks().settled()).orElse(true);
    }

    private static boolean isWhiteboardThere(BoardSnapshot snapshot, long upTo) {
        boolean running =
                snapshot.dkg()
                        .value()
                        .map(dkg -> dkg.standing() == DkgState.Standing.CURRENT)
                        .orElse(false);
        if (!running || isWhiteboardFailed(snapshot)) {
            return true;
        }
        return snapshot.isWhiteboardCurrent()
                && snapshot.whiteboard()
                        .value()
                        .map(board -> board.completeTo() >= upTo)
                        .orElse(false);
    }

    /**
     * Whether the whiteboard will not come by waiting. A stream that was cut or a height that a
     * node lacks for a moment does not count: following goes on by itself after both.
     */
    private static boolean isWhiteboardFailed(BoardSnapshot snapshot) {
        Fault trouble = snapshot.whiteboard().trouble();
        boolean passes =
                trouble instanceof NetworkFault fault
                        && (fault.kind() == NetworkFault.Kind.STREAM_CUT
                                || fault.kind() == NetworkFault.Kind.UNAVAILABLE_HEIGHT);
        return trouble != null && !passes;
    }

    /** Whether the board of a running DKG was judged, or nobody is about to. */
    private static boolean isReviewed(BoardSnapshot snapshot) {
        return !snapshot.reviewPending()
                || snapshot.deadlines().last() == null
                || isWhiteboardFailed(snapshot)
                || !snapshot.isWhiteboardCurrent()
                || snapshot.dkg()
                        .value()
                        .filter(dkg -> dkg.standing() == DkgState.Standing.CURRENT)
                        .isEmpty();
    }

    private static Stream<Part<?>> needed(BoardSnapshot snapshot) {
        return Stream.of(
                snapshot.epoch(), snapshot.voting(), snapshot.dkg(), snapshot.whiteboard());
    }

    private static Stream<Part<?>> all(BoardSnapshot snapshot) {
        List<Part<?>> derived =
                List.of(snapshot.deadlines(), snapshot.outlook(), snapshot.matrix());
        boolean noEpoch = snapshot.epoch().last() == null;
        return noEpoch ? needed(snapshot) : Stream.concat(needed(snapshot), derived.stream());
    }
}
