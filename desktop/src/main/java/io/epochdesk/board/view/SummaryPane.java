package io.epochdesk.board.view;

import io.epochdesk.ui.Labels;
import io.epochdesk.ui.ToneMark;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * The content of a summary card: status, one large figure, a drawing, and the sentence that
 * explains it.
 */
final class SummaryPane extends VBox {

    private final ToneMark status = new ToneMark();
    private final Label figure = Labels.headline("");
    private final Label unit = Labels.caption("");
    private final Label note = Labels.body("");

    SummaryPane(Node drawing) {
        getStyleClass().add("summary");
        status.getStyleClass().add("tone-chip");
        status.setMinWidth(Region.USE_PREF_SIZE);
        figure.setMinWidth(Region.USE_PREF_SIZE);
        HBox line = new HBox(8, figure, unit);
        line.setAlignment(Pos.BASELINE_LEFT);
        HBox.setHgrow(line, Priority.ALWAYS);
        HBox top = new HBox(8, line, status);
        top.setAlignment(Pos.CENTER_LEFT);
        note.getStyleClass().add("muted");
        note.setMinHeight(Region.USE_PREF_SIZE);
        VBox.setVgrow(drawing, drawing instanceof ShareColumns ? Priority.ALWAYS : Priority.NEVER);
        getChildren().addAll(top, drawing, note);
    }

    /** Puts more below, which takes all the height that is left while it is visible. */
    void more(Node below) {
        VBox.setVgrow(below, Priority.ALWAYS);
        below.managedProperty().bind(below.visibleProperty());
        getChildren().add(below);
    }

    void show(Summary summary) {
        status.show(summary.tone(), summary.status());
        figure.setText(summary.figure());
        unit.setText(summary.unit());
        note.setText(summary.note());
    }
}
