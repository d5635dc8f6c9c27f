package io.epochdesk.cli;

import io.epochdesk.board.BoardSnapshot;
import io.epochdesk.live.Part;
import io.epochdesk.network.Connection;

import java.util.List;
import java.util.stream.Stream;

/** What a snapshot means for the exit code, and whether it is whole. */
final class Verdict {

    private Verdict() {}

    /** Fine, attention, or not read: a part without which there is no answer was never read. */
    static ExitCode of(BoardSnapshot snapshot) {
        if (needed(snapshot).anyMatch(part -> part.reading().isEmpty())) {
            return ExitCode.COULD_NOT_READ;
        }
        return snapshot.attention().isEmpty() ? ExitCode.FINE : ExitCode.ATTENTION;
    }

    /**
     * Whether waiting longer may not bring more: every part was read or failed, or nothing answers
     * at all.
     */
    static boolean isSettled(BoardSnapshot snapshot) {
        boolean lost = snapshot.connection().state() == Connection.State.LOST;
        boolean nothing = needed(snapshot).allMatch(part -> part.reading().isEmpty());
        return (lost && nothing)
                || all(snapshot).allMatch(part -> part.last() != null || part.trouble() != null);
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
