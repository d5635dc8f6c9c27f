package io.epochdesk.dkg;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * The whiteboard as far as it is known: an immutable snapshot that grows by appending.
 *
 * @param counter counter of the epoch this DKG is for, or -1 when not known
 * @param instanceId the instance ID its messages should have, {@code dkg-<chain id>-<counter>};
 *     empty when not known
 * @param startHeight height of {@code StartDKG}, or -1 when not known
 * @param provedFrom height from which on every message is proved by its event, or -1 when none is
 * @param completeTo height up to which the board is complete, or -1 before the first answer
 * @param entries all messages in order
 * @param tally the board in numbers
 * @param contents where the full content of an entry can be read
 * @param announced the keys that events announced as this DKG's result, in order
 */
public record Whiteboard(
        long counter,
        String instanceId,
        long startHeight,
        long provedFrom,
        long completeTo,
        List<WhiteboardEntry> entries,
        WhiteboardTally tally,
        Contents contents,
        List<AnnouncedKeys> announced) {

    public Whiteboard {
        announced = List.copyOf(announced);
    }

    /** A board whose result no event has announced. */
    public Whiteboard(
            long counter,
            String instanceId,
            long startHeight,
            long provedFrom,
            long completeTo,
            List<WhiteboardEntry> entries,
            WhiteboardTally tally,
            Contents contents) {
        this(
                counter,
                instanceId,
                startHeight,
                provedFrom,
                completeTo,
                entries,
                tally,
                contents,
                List.of());
    }

    /** Before anything is known. */
    public static Whiteboard empty() {
        return new Whiteboard(
                -1, "", -1, -1, -1, List.of(), WhiteboardTally.empty(), position -> null);
    }

    /** Reads the content of an entry; large boards keep it on disk. */
    @FunctionalInterface
    public interface Contents {
        /** The content as posted, or null when it is not kept. Not for the FX thread. */
        @Nullable String contentOf(int position);
    }
}
