package io.epochdesk.dkg.view;

import io.epochdesk.bls.DealerJudgement;
import io.epochdesk.bls.DealerJudgement.Standing;
import io.epochdesk.dkg.DkgMatrix.Row;
import io.epochdesk.dkg.DkgMatrix.Submission;
import io.epochdesk.dkg.DkgMatrix.Vector;

/** Tells whether an operator should look at a node. */
final class Trouble {

    private Trouble() {}

    /** Whether the node is in trouble or makes it. */
    static boolean with(NodeRow node) {
        Row row = node.done();
        DealerJudgement judged = node.judged();
        return node.wrong() != null
                || (judged != null
                        && (judged.standing() == Standing.DISQUALIFIED
                                || judged.standing() == Standing.ACCUSED))
                || row.vectorOverdue()
                || (row.vector() != Vector.POSTED && row.vector() != Vector.MISSING)
                || !row.complaintsAgainst().isEmpty()
                || !row.flags().isEmpty()
                || row.submission() == Submission.DIFFERS
                || row.submission() == Submission.EMPTY;
    }
}
