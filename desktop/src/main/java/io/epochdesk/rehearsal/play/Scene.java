package io.epochdesk.rehearsal.play;

/**
 * Where a play stands.
 *
 * @param speed how many times as fast as mainnet
 * @param motion whether time passes
 * @param phase where the epoch stands
 * @param counter the current epoch
 * @param view of the newest block
 */
public record Scene(int speed, Motion motion, Phase phase, long counter, long view) {

    /** Whether time passes. */
    public enum Motion {
        /** At its speed. */
        RUNNING,
        /** Not at all; transactions wait. */
        PAUSED,
        /** As fast as it can, towards something asked for. */
        HURRYING
    }
}
