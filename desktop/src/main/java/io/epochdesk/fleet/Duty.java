package io.epochdesk.fleet;

import io.epochdesk.history.Observations.Deed;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * What an own node has to do in the setup under way, and whether it has.
 *
 * @param nodeId 64 hex digits
 * @param epoch counter of the epoch being set up
 * @param deed what is to be done
 * @param state whether it was done
 * @param othersDone how many other nodes with the same duty have done theirs
 * @param others how many other nodes have the same duty
 * @param deadline by when it must be done, by the measured view rate; null when there is no rate
 */
public record Duty(
        String nodeId,
        long epoch,
        Deed deed,
        State state,
        int othersDone,
        int others,
        @Nullable Instant deadline) {

    /** Whether a duty was done. */
    public enum State {
        /** It is not time yet. */
        AHEAD,
        /** It is time, and others take their time, too. */
        OPEN,
        /** Others needed less time. */
        LATE,
        /** Done. */
        DONE,
        /** Not done, and too late to be. */
        MISSED
    }
}
