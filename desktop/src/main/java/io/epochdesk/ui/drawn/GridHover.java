package io.epochdesk.ui.drawn;

import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;

/** Follows the pointer over a grid: which row it is on, and what to say there. */
final class GridHover {

    private final DrawnGrid<?> grid;
    private final Tips tips;
    private final Tooltip tooltip = new Tooltip();
    private int row = -1;
    private String said = "";

    GridHover(DrawnGrid<?> grid, Tips tips) {
        this.grid = grid;
        this.tips = tips;
        tooltip.setShowDelay(Duration.millis(400));
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(480);
        grid.addEventHandler(MouseEvent.MOUSE_MOVED, event -> at(event.getX(), event.getY()));
        grid.addEventHandler(MouseEvent.MOUSE_EXITED, event -> left());
    }

    int row() {
        return row;
    }

    private void at(double x, double y) {
        set(grid.rowAt(y));
        String text = tips.at(x, y);
        if (!text.equals(said)) {
            said = text;
            tooltip.hide();
            if (text.isEmpty()) {
                Tooltip.uninstall(grid, tooltip);
            } else {
                tooltip.setText(text);
                Tooltip.install(grid, tooltip);
            }
        }
    }

    private void left() {
        set(-1);
    }

    private void set(int next) {
        if (next != row) {
            row = next;
            grid.redraw();
        }
    }

    /** What to say at a point; empty for nothing. */
    @FunctionalInterface
    interface Tips {
        String at(double x, double y);
    }
}
