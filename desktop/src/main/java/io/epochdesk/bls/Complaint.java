package io.epochdesk.bls;

/**
 * A complaint about a dealer, its answer, or both. An answer without a complaint is kept: it counts
 * when the complaint comes, and counts among the complaints until then.
 *
 * @param complainer index of the node that complains
 * @param complaintAt position of the complaint on the board, or -1 while there is none
 * @param answerAt position of the answer on the board, or -1 while there is none
 */
public record Complaint(int complainer, int complaintAt, int answerAt) {

    /** Whether it still waits for its answer. */
    public boolean isOpen() {
        return complaintAt >= 0 && answerAt < 0;
    }
}
