package io.epochdesk.ui.drawn;

import javafx.geometry.Orientation;
import javafx.scene.control.ScrollBar;

import java.util.function.DoubleConsumer;

/** The scroll bar of a grid: tells what a person does with it, not what the grid itself sets. */
final class GridBar extends ScrollBar {

    private boolean placing;

    GridBar(DoubleConsumer moved) {
        setOrientation(Orientation.VERTICAL);
        setFocusTraversable(false);
        setManaged(false);
        setVisible(false);
        valueProperty()
                .subscribe(
                        (_, value) -> {
                            if (!placing) {
                                moved.accept(value.doubleValue());
                            }
                        });
    }

    /** Shows a position, in pixels of the rows' height. */
    void place(double scroll, double max, double view, double row) {
        if (max <= 0) {
            return;
        }
        placing = true;
        setMax(max);
        setVisibleAmount(max * view / (max + view));
        setBlockIncrement(view);
        setUnitIncrement(row);
        setValue(scroll);
        placing = false;
    }
}
