package io.epochdesk.dkg.view;

import io.epochdesk.dkg.DkgMatrix.Row;
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
        VECTOR,
        MADE,
        AGAINST,
        ANSWERS,
        SUBMISSION
    }

    /** The order; in the committee's own, the operator's nodes come first. */
    Comparator<Row> comparator(Mine mine) {
        Comparator<Row> comparator =
                switch (by) {
                    case INDEX -> Comparator.comparingInt(Row::index);
                    case NODE -> Comparator.comparing(Row::nodeId);
                    case VECTOR -> Comparator.comparing(Row::vector);
                    case MADE -> Comparator.comparingInt(row -> row.complaintsMade().size());
                    case AGAINST -> Comparator.comparingInt(row -> row.complaintsAgainst().size());
                    case ANSWERS -> Comparator.comparingInt(row -> row.answersGiven().size());
                    case SUBMISSION -> Comparator.comparing(Row::submission);
                };
        Comparator<Row> whole =
                (ascending ? comparator : comparator.reversed()).thenComparingInt(Row::index);
        return equals(COMMITTEE)
                ? Comparator.<Row, Boolean>comparing(row -> !mine.has(row.nodeId()))
                        .thenComparing(whole)
                : whole;
    }
}
