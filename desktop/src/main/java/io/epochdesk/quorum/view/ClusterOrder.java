package io.epochdesk.quorum.view;

import java.util.Comparator;

/** The orders in which the clusters can be drawn. */
public enum ClusterOrder {
    /** Those that cannot be done, then those that lack most, done ones last. */
    FURTHEST_FIRST(Comparator.comparingDouble(ClusterRow::distance).reversed()),
    /** By index. */
    INDEX(Comparator.comparingInt(ClusterRow::index)),
    /** Most silent members first. */
    MOST_SILENT(
            Comparator.<ClusterRow>comparingInt(row -> row.tally().missing().size()).reversed());

    private final Comparator<ClusterRow> comparator;

    ClusterOrder(Comparator<ClusterRow> comparator) {
        this.comparator = comparator.thenComparingInt(ClusterRow::index);
    }

    Comparator<ClusterRow> comparator() {
        return comparator;
    }
}
