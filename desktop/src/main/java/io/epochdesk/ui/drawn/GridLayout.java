package io.epochdesk.ui.drawn;

import java.util.List;

/** Where the columns and rows of a grid lie. */
final class GridLayout {

    static final double CELL_PADDING = 6;

    private final double[] edges;

    GridLayout(List<? extends GridColumn<?>> columns, double width) {
        double least = columns.stream().mapToDouble(GridColumn::width).sum();
        double shares = columns.stream().mapToDouble(GridColumn::grow).sum();
        double spare = Math.max(0, width - least);
        // Narrower than the least: all shrink alike, text is cut with an ellipsis.
        double scale = least > width && least > 0 ? width / least : 1;
        edges = new double[columns.size() + 1];
        for (int i = 0; i < columns.size(); i++) {
            GridColumn<?> column = columns.get(i);
            double extra = shares > 0 ? spare * column.grow() / shares : 0;
            edges[i + 1] = edges[i] + column.width() * scale + extra;
        }
        for (int i = 0; i < edges.length; i++) {
            edges[i] = Math.rint(edges[i]);
        }
    }

    Box column(int index, double y, double height) {
        return new Box(edges[index], y, edges[index + 1] - edges[index], height);
    }

    Box cell(int index, double y, double height) {
        return column(index, y, height).inset(CELL_PADDING, 0);
    }

    /** The column at this abscissa, or -1. */
    int columnAt(double x) {
        for (int i = 0; i + 1 < edges.length; i++) {
            if (x >= edges[i] && x < edges[i + 1]) {
                return i;
            }
        }
        return -1;
    }
}
