package io.epochdesk.ui.drawn;

import java.util.List;

/** Tells a row of a grid to a screen reader. */
final class GridWords {

    private GridWords() {}

    /** The cells of the row in words, the one the keyboard is in first. */
    static <R> String of(List<GridColumn<R>> columns, int first, R row) {
        StringBuilder words = new StringBuilder();
        append(words, columns.get(first), row);
        for (int i = 0; i < columns.size(); i++) {
            if (i != first) {
                append(words, columns.get(i), row);
            }
        }
        return words.toString();
    }

    private static <R> void append(StringBuilder words, GridColumn<R> column, R row) {
        String text = column.text().apply(row);
        if (!text.isEmpty()) {
            words.append(words.isEmpty() ? "" : "; ");
            words.append(column.title()).append(": ").append(text);
        }
    }
}
