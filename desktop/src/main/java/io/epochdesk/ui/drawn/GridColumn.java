package io.epochdesk.ui.drawn;

import java.util.function.Function;

/**
 * A column of a {@link DrawnGrid}.
 *
 * @param id stable name, also the sort key
 * @param title what the header says
 * @param hint what the header explains on hover, or empty
 * @param width least width in pixels
 * @param grow share of the room that is left over; 0 keeps the least width
 * @param align how the header is set; the painter aligns its own content
 * @param sortable whether a click on the header asks for this order
 * @param painter paints a cell
 * @param text the cell in words, for hover and screen readers; empty where there is nothing to say
 * @param copy what Ctrl+C copies from this cell
 * @param <R> the type of a row
 */
public record GridColumn<R>(
        String id,
        String title,
        String hint,
        double width,
        double grow,
        Align align,
        boolean sortable,
        CellPainter<R> painter,
        Function<R, String> text,
        Function<R, String> copy) {

    /** How a header is set. */
    public enum Align {
        LEFT,
        CENTER,
        RIGHT
    }

    /** Paints the cell of a row. */
    @FunctionalInterface
    public interface CellPainter<R> {
        /** Paints into the box, which already has its padding taken off. */
        void paint(Brush brush, R row, Box box);
    }

    /** A column set left that cannot be sorted, whose text is also what is copied. */
    public static <R> GridColumn<R> of(
            String id,
            String title,
            double width,
            CellPainter<R> painter,
            Function<R, String> text) {
        return new GridColumn<>(id, title, "", width, 0, Align.LEFT, false, painter, text, text);
    }

    public GridColumn<R> growing(double share) {
        return new GridColumn<>(
                id, title, hint, width, share, align, sortable, painter, text, copy);
    }

    public GridColumn<R> aligned(Align other) {
        return new GridColumn<>(id, title, hint, width, grow, other, sortable, painter, text, copy);
    }

    public GridColumn<R> sorted() {
        return new GridColumn<>(id, title, hint, width, grow, align, true, painter, text, copy);
    }

    public GridColumn<R> explained(String explanation) {
        return new GridColumn<>(
                id, title, explanation, width, grow, align, sortable, painter, text, copy);
    }

    public GridColumn<R> copying(Function<R, String> other) {
        return new GridColumn<>(
                id, title, hint, width, grow, align, sortable, painter, text, other);
    }
}
