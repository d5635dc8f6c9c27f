package io.epochdesk.board.view;

import io.epochdesk.ui.Labels;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** One share as a named bar. */
final class ShareBar extends VBox {

    private final Label name = Labels.caption("");
    private final Label figures = Labels.caption("");
    private final Region fill = new Region();
    private final Track track = new Track();
    private double done;

    ShareBar() {
        getStyleClass().add("share-bar");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        fill.getStyleClass().add("share-fill");
        fill.setManaged(false);
        setAccessibleRole(AccessibleRole.TEXT);
        getChildren().addAll(new HBox(8, name, gap, figures), track);
    }

    void show(Share share) {
        done = share.done();
        share.tone().on(this);
        name.setText(share.name());
        figures.setText(share.text());
        setAccessibleText(share.name() + ": " + share.text());
        track.requestLayout();
    }

    private final class Track extends StackPane {

        Track() {
            getStyleClass().add("share-track");
            getChildren().add(fill);
        }

        @Override
        protected void layoutChildren() {
            fill.resizeRelocate(0, 0, Math.rint(getWidth() * done), getHeight());
        }
    }
}
