package io.epochdesk.epoch;

/**
 * Last views of the three phases of the DKG that runs in the current epoch.
 *
 * @param phase1 last view of phase 1 (verification vectors)
 * @param phase2 last view of phase 2 (complaints)
 * @param phase3 last view of phase 3 (complaint answers)
 * @param origin whether the chain said so or the console computed it
 */
public record DkgDeadlines(long phase1, long phase2, long phase3, Origin origin) {

    /** Where the deadlines come from. */
    public enum Origin {
        /** {@code EpochSetup} or {@code EpochRecover} whose counter is the current epoch's. */
        EVENT,
        /**
         * stakingEndView + k × the present {@code numViewsInDKGPhase}: right only if that was not
         * changed since.
         */
        COMPUTED
    }
}
