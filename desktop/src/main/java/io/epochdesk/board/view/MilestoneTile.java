package io.epochdesk.board.view;

import io.epochdesk.ui.Labels;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

/** One deadline: its name, how far away it is, and when that is. */
final class MilestoneTile extends VBox {

    private static final PseudoClass PASSED = PseudoClass.getPseudoClass("past");
    private static final PseudoClass NEXT = PseudoClass.getPseudoClass("present");

    private final Label name = Labels.caption("");
    private final Label distance = Labels.heading("");
    private final Label time = Labels.caption("");
    private final Tooltip view = new Tooltip();

    MilestoneTile() {
        getStyleClass().add("milestone");
        getChildren().addAll(name, distance, time);
        // where the day differs between the two zones, both take two lines
        time.setWrapText(true);
        setFocusTraversable(true);
        Tooltip.install(this, view);
    }

    void show(MilestoneRow row) {
        name.setText(row.name());
        distance.setText(row.distance());
        time.setText(row.time().isEmpty() ? row.view() : row.time());
        view.setText(row.view());
        pseudoClassStateChanged(PASSED, row.passed());
        pseudoClassStateChanged(NEXT, row.next());
        setAccessibleText(
                row.name() + " " + row.distance() + ", " + row.time() + ", " + row.view());
    }
}
