package io.epochdesk.quorum.view;

import io.epochdesk.ui.Mine;
import io.epochdesk.ui.drawn.GridOrder;

import java.util.Comparator;

/**
 * An order of the members' table.
 *
 * @param by what is compared; equal ones by node ID
 * @param ascending whether the least comes first
 */
public record MemberOrder(By by, boolean ascending) {

    /** Missing ones first, then those that voted for another message; the heaviest first. */
    public static final MemberOrder MISSING_FIRST = new MemberOrder(By.VOTE, true);

    /** What the rows can be compared by. */
    public enum By {
        NODE,
        WEIGHT,
        VOTE,
        CHECK
    }

    static MemberOrder of(GridOrder header) {
        return switch (header.column()) {
            case "node" -> new MemberOrder(By.NODE, header.ascending());
            case "weight" -> new MemberOrder(By.WEIGHT, header.ascending());
            case "vote" -> new MemberOrder(By.VOTE, header.ascending());
            case "check" -> new MemberOrder(By.CHECK, header.ascending());
            default -> MISSING_FIRST;
        };
    }

    /** The order, in which of equal rows the operator's own nodes come first. */
    Comparator<MemberRow> comparator(Mine mine) {
        Comparator<MemberRow> comparator =
                switch (by) {
                    case NODE -> Comparator.comparing(MemberRow::nodeId);
                    case WEIGHT -> Comparator.comparingLong(MemberRow::weight);
                    case VOTE -> Comparator.comparing(MemberRow::vote);
                    case CHECK -> Comparator.comparing(MemberRow::check).reversed();
                };
        return (ascending ? comparator : comparator.reversed())
                .thenComparing(row -> !mine.has(row.nodeId()))
                .thenComparing(Comparator.comparingLong(MemberRow::weight).reversed())
                .thenComparing(MemberRow::nodeId);
    }
}
