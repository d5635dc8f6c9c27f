package io.epochdesk.bls;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * How a dealer stands.
 *
 * @param dealer its index
 * @param standing in a word
 * @param vectorAt position of its verification vector on the board, or -1 while there is none
 * @param complaints about it, in order of arrival
 * @param disqualification why it is out; null unless it is
 */
public record DealerJudgement(
        int dealer,
        Standing standing,
        int vectorAt,
        List<Complaint> complaints,
        @Nullable Disqualification disqualification) {

    /** How a dealer can stand. */
    public enum Standing {
        /** Its vector has not come yet, and still may. */
        AWAITED,
        /** Nothing speaks against it. */
        QUALIFIED,
        /** A complaint waits for its answer: disqualified unless it comes in time. */
        ACCUSED,
        /** Out; its vector counts for nothing. */
        DISQUALIFIED
    }

    public DealerJudgement {
        complaints = List.copyOf(complaints);
    }
}
