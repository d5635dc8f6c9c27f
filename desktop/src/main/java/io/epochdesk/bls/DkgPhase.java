package io.epochdesk.bls;

/** Phases of the key generation; each ends at a view that the epoch's setup names. */
public enum DkgPhase {
    /** Verification vectors count. */
    VECTORS,
    /** Complaints still count, vectors no more. */
    COMPLAINTS,
    /** Answers still count, complaints no more. */
    ANSWERS,
    /** Nothing counts any more. */
    ENDED;

    DkgPhase next() {
        return switch (this) {
            case VECTORS -> COMPLAINTS;
            case COMPLAINTS -> ANSWERS;
            case ANSWERS, ENDED -> ENDED;
        };
    }
}
