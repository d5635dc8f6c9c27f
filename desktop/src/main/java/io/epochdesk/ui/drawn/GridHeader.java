package io.epochdesk.ui.drawn;

import javafx.geometry.HPos;

import java.util.List;

/** Paints the header of a grid: titles, and an arrow where the rows are ordered by a column. */
final class GridHeader {

    private GridHeader() {}

    static void paint(
            Brush brush,
            List<? extends GridColumn<?>> columns,
            GridLayout layout,
            GridOrder order,
            double height,
            double width) {
        brush.fill(new Box(0, 0, width, height), Ink.RAISED);
        brush.horizontal(0, height - 1, width, Ink.LINE);
        for (int i = 0; i < columns.size(); i++) {
            GridColumn<?> column = columns.get(i);
            boolean ordered = order.column().equals(column.id());
            title(brush, column, layout, i, height, ordered ? Ink.TEXT : Ink.MUTED);
            if (ordered) {
                Box cell = layout.cell(i, 0, height - 1);
                double x = cell.right() + 2;
                double y = cell.centreY();
                double up = order.ascending() ? 1 : -1;
                brush.polygon(Ink.TEXT, x - 4, y + 2 * up, x + 4, y + 2 * up, x, y - 3 * up);
            }
        }
    }

    private static void title(
            Brush brush,
            GridColumn<?> column,
            GridLayout layout,
            int place,
            double height,
            Ink ink) {
        Box cell = layout.cell(place, 0, height - 1);
        switch (column.align()) {
            case LEFT -> brush.text(column.title(), cell, HPos.LEFT, ink);
            case CENTER ->
                    brush.text(
                            column.title(),
                            layout.column(place, 0, height - 1).inset(2, 0),
                            HPos.CENTER,
                            ink);
            case RIGHT -> brush.text(column.title(), cell, HPos.RIGHT, ink);
        }
    }
}
