package io.epochdesk.dkg.view;

import io.epochdesk.bls.DealerJudgement;
import io.epochdesk.ui.Mine;

import java.util.Comparator;

/**
 * An order of the matrix; equal rows stay in the committee's order.
 *
 * @param by what is compared
 * @param ascending whether the least comes first
 */
public record MatrixOrder(By by, boolean ascending) {

    /** By index in the committee. */
    public static final MatrixOrder COMMITTEE = new MatrixOrder(By.INDEX, true);

    /** What the rows can be compared by. */
    public enum By {
        INDEX,
        NODE,
        STANDING,
        VECTOR,
        MADE,
        AGAINST,
        ANSWERS,
        SUBMISSION
    }

    /** The order; in the committee's own, the operator's nodes come first. */
    Comparator<NodeRow> comparator(Mine mine) {
        Comparator<NodeRow> comparator =
                switch (by) {
                    case INDEX -> Comparator.comparingInt(NodeRow::index);
                    case NODE -> Comparator.comparing(NodeRow::nodeId);
                    case STANDING -> Comparator.comparingInt(MatrixOrder::standing);
                    case VECTOR -> Comparator.comparing(row -> row.done().vector());
                    case MADE -> Comparator.comparingInt(row -> row.done().complaintsMade().size());
                    case AGAINST ->
                            Comparator.comparingInt(row -> row.done().complaintsAgainst().size());
                    case ANSWERS ->
                            Comparator.comparingInt(row -> row.done().answersGiven().size());
                    case SUBMISSION -> Comparator.comparing(row -> row.done().submission());
                };
        Comparator<NodeRow> whole =
                (ascending ? comparator : comparator.reversed()).thenComparingInt(NodeRow::index);
        return equals(COMMITTEE)
                ? Comparator.<NodeRow, Boolean>comparing(row -> !mine.has(row.nodeId()))
                        .thenComparing(whole)
                : whole;
    }

    /** Nodes that need no look come first, those that are out last. */
    private static int standing(NodeRow row) {
        DealerJudgement judged = row.judged();
        if (judged == null) {
            return 0;
        }
        return switch (judged.standing()) {
            case QUALIFIED -> 1;
            case AWAITED -> 2;
            case ACCUSED -> 3;
            case DISQUALIFIED -> 4;
        };
    }
}
