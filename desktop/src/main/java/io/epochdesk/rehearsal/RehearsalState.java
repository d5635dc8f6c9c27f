package io.epochdesk.rehearsal;

import java.util.List;

/**
 * What a rehearsal is doing.
 *
 * @param scenario ID of the scenario being played
 * @param seed the seed it was begun with
 * @param speed how many times as fast as mainnet, 1 to 10,000
 * @param motion whether time passes
 * @param phase where the epoch stands
 * @param counter the current epoch's counter
 * @param view the view of the newest block
 * @param ahead the phases this scenario will still come to, in their order; what can be jumped to
 */
public record RehearsalState(
        String scenario,
        long seed,
        int speed,
        Motion motion,
        RehearsalPhase phase,
        long counter,
        long view,
        List<RehearsalPhase> ahead) {

    public RehearsalState {
        ahead = List.copyOf(ahead);
    }

    /** Whether time passes. */
    public enum Motion {
        /** At its speed. */
        RUNNING,
        /** Time stands still; transactions sent to it wait. */
        PAUSED,
        /** At full speed, on the way to what was asked for. */
        HURRYING,
        /** A fresh chain is being made. */
        RESTARTING
    }
}
