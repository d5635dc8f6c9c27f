package io.epochdesk.ui.drawn;

/**
 * The order that the header of a grid shows.
 *
 * @param column ID of the column, or empty for the natural order
 * @param ascending whether the least comes first
 */
public record GridOrder(String column, boolean ascending) {

    /** The rows' own order. */
    public static final GridOrder NATURAL = new GridOrder("", true);

    /**
     * What a click on a column's header asks for: ascending, then descending, then the natural
     * order again.
     */
    public GridOrder clicked(String clicked) {
        if (!column.equals(clicked)) {
            return new GridOrder(clicked, true);
        }
        return ascending ? new GridOrder(clicked, false) : NATURAL;
    }
}
