package io.epochdesk.dkg;

import io.epochdesk.bls.DkgPhase;

/**
 * Where the phases of a key generation ended on the chain. Nodes read the board at sealed blocks,
 * so a message of a phase's very last blocks may count with them in the next one.
 *
 * @param vectors the first height past the first phase, or {@link Long#MAX_VALUE} before
 * @param complaints the first height past the second phase, or {@link Long#MAX_VALUE} before
 * @param answers the first height past the third phase, or {@link Long#MAX_VALUE} before
 */
public record PhaseEnds(long vectors, long complaints, long answers) {

    /** The first phase has not ended. */
    public static final PhaseEnds NONE =
            new PhaseEnds(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE);

    /** The phase of a message in a block of this height. */
    public DkgPhase at(long height) {
        if (height < vectors) {
            return DkgPhase.VECTORS;
        }
        if (height < complaints) {
            return DkgPhase.COMPLAINTS;
        }
        return height < answers ? DkgPhase.ANSWERS : DkgPhase.ENDED;
    }
}
