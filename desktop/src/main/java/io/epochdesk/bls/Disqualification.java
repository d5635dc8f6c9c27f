package io.epochdesk.bls;

/**
 * Why a dealer is out, and what shows it.
 *
 * @param reason the rule it broke
 * @param evidence position on the board of the message that shows it, or -1 when it is a message
 *     that never came
 * @param complainer index of the node whose complaint it is about, or -1
 */
public record Disqualification(Reason reason, int evidence, int complainer) {

    /** The rules (onflow/crypto {@code dkg_feldmanvssq.go}, {@code dkg_jointfeldman.go}). */
    public enum Reason {
        /** No verification vector by the end of the first phase. */
        NO_VECTOR,
        /** A vector of another size than t + 1 points. */
        VECTOR_SIZE,
        /** A vector with bytes that are no point of the group. */
        VECTOR_POINT,
        /** A message without data. */
        EMPTY_MESSAGE,
        /** A message of a kind that does not belong on the board. */
        MESSAGE_KIND,
        /** A complaint of its own that is not one byte. */
        COMPLAINT_SIZE,
        /** A complaint of its own about no node of the committee. */
        COMPLAINT_INDEX,
        /** An answer of another size than index and share. */
        ANSWER_SIZE,
        /** An answer to no node of the committee. */
        ANSWER_INDEX,
        /** An answer whose share is no scalar. */
        ANSWER_SCALAR,
        /** An answer whose share does not fit the vector. */
        ANSWER_WRONG,
        /** More than t complaints, whatever the answers. */
        TOO_MANY_COMPLAINTS,
        /** A complaint that was never answered. */
        UNANSWERED
    }

    static Disqualification of(Reason reason, int evidence) {
        return new Disqualification(reason, evidence, -1);
    }
}
