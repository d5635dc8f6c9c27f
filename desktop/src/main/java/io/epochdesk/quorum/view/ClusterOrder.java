package io.epochdesk.quorum.view;

import java.util.Comparator;

/** The orders in which the clusters can be drawn; equal ones stay by index. */
public enum ClusterOrder {
    /** Those that cannot be done, then those that lack most, done ones last. */
    FURTHEST_FIRST,
    /** By index. */
    INDEX,
    /** Most silent members first. */
    MOST_SILENT;

    Comparator<ClusterRow> comparator() {
        Comparator<ClusterRow> comparator =
                switch (this) {
                    case FURTHEST_FIRST ->
                            Comparator.comparingDouble(ClusterRow::distance).reversed();
                    case INDEX -> Comparator.comparingInt(ClusterRow::index);
                    case MOST_SILENT ->
                            Comparator.<ClusterRow>comparingInt(row -> row.tally().missing().size())
                                    .reversed();
                };
        return comparator.thenComparingInt(ClusterRow::index);
    }
}
