package io.epochdesk.ui.drawn;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** What the keyboard does in a grid. */
final class GridKeys {

    private static final KeyCombination COPY =
            new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private GridKeys() {}

    /** Whether the key meant something here. */
    static boolean handle(DrawnGrid<?> grid, KeyEvent event) {
        if (COPY.match(event)) {
            grid.copy();
            return true;
        }
        if (event.isControlDown() || event.isAltDown() || event.isMetaDown()) {
            return false;
        }
        int row = grid.cursorRow();
        int column = grid.cursorColumn();
        switch (event.getCode()) {
            case UP -> grid.moveTo(row - 1, column);
            case DOWN -> grid.moveTo(row + 1, column);
            case LEFT -> grid.moveTo(row, column - 1);
            case RIGHT -> grid.moveTo(row, column + 1);
            case PAGE_UP -> grid.moveTo(row - grid.page(), column);
            case PAGE_DOWN -> grid.moveTo(row + grid.page(), column);
            case HOME -> grid.moveTo(0, column);
            case END -> grid.moveTo(grid.rows().size() - 1, column);
            case ENTER -> grid.open();
            default -> {
                return false;
            }
        }
        return true;
    }
}
