package io.epochdesk.dkg.view;

import io.epochdesk.dkg.DkgMatrix.Row;

import java.util.Comparator;

/**
 * An order of the matrix.
 *
 * @param by what is compared
 * @param ascending whether the least comes first
 */
public record MatrixOrder(By by, boolean ascending) {

    /** By index in the committee. */
    public static final MatrixOrder COMMITTEE = new MatrixOrder(By.INDEX, true);

    /** What the rows can be compared by. */
    public enum By {
        INDEX(Comparator.comparingInt(Row::index)),
        NODE(Comparator.comparing(Row::nodeId)),
        VECTOR(Comparator.comparing(Row::vector)),
        MADE(Comparator.comparingInt(row -> row.complaintsMade().size())),
        AGAINST(Comparator.comparingInt(row -> row.complaintsAgainst().size())),
        ANSWERS(Comparator.comparingInt(row -> row.answersGiven().size())),
        SUBMISSION(Comparator.comparing(Row::submission));

        private final Comparator<Row> comparator;

        By(Comparator<Row> comparator) {
            this.comparator = comparator;
        }
    }

    Comparator<Row> comparator() {
        return (ascending ? by.comparator : by.comparator.reversed()).thenComparingInt(Row::index);
    }
}
