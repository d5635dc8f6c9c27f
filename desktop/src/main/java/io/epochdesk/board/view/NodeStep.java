package io.epochdesk.board.view;

import io.epochdesk.dkg.DkgMatrix;
import io.epochdesk.dkg.DkgMatrix.Submission;
import io.epochdesk.dkg.DkgMatrix.Vector;

/** How far a consensus node has come in the DKG, or what is odd about it. */
public enum NodeStep {
    /** Nothing posted yet, and not too late. */
    NOTHING,
    /** Its vector is on the board. */
    VECTOR,
    /** It submitted the result most submitted. */
    AGREES,
    /** A wrong vector, an unanswered complaint, another or an empty result. */
    ODD,
    /** No vector although phase 1 is over. */
    LATE;

    /** The step of a row: what has come last counts, and what is odd before what is well. */
    static NodeStep of(DkgMatrix.Row row) {
        if (row.submission() == Submission.LEADING) {
            return AGREES;
        }
        boolean wrong = row.vector() == Vector.WRONG_SIZE || row.vector() == Vector.WRONG_INSTANCE;
        if (row.submission() != Submission.NONE || wrong || !row.unanswered().isEmpty()) {
            return ODD;
        }
        if (row.vectorOverdue()) {
            return LATE;
        }
        return row.vector() == Vector.MISSING ? NOTHING : VECTOR;
    }
}
