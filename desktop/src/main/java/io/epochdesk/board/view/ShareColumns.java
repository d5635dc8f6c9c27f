package io.epochdesk.board.view;

import io.epochdesk.ui.Tone;

import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;

import java.util.List;

/** Many shares beside each other as small columns that fill from below. */
final class ShareColumns extends HBox {

    private static final double HEIGHT = 32;
    private static final double MOST = 560;

    ShareColumns() {
        getStyleClass().add("share-columns");
        setMaxHeight(MOST);
    }

    void show(List<Share> shares) {
        while (getChildren().size() > shares.size()) {
            getChildren().removeLast();
        }
        while (getChildren().size() < shares.size()) {
            getChildren().add(new ColumnPane());
        }
        boolean anyMine = shares.stream().anyMatch(Share::mine);
        for (int i = 0; i < shares.size(); i++) {
            ((ColumnPane) getChildren().get(i)).show(shares.get(i), anyMine);
        }
    }

    /** A column, with a star below it where the operator has a part in it. */
    private static final class ColumnPane extends VBox {

        private final Region fill = new Region();
        private final Track track = new Track();
        private final FontIcon star = new FontIcon(Tone.MINE.icon());
        private final Tooltip exact = new Tooltip();
        private double done;

        ColumnPane() {
            getStyleClass().add("share-column-pane");
            fill.getStyleClass().add("share-fill");
            fill.setManaged(false);
            star.getStyleClass().add("share-star");
            Tone.MINE.on(star);
            VBox.setVgrow(track, Priority.ALWAYS);
            getChildren().addAll(track, star);
            setAlignment(Pos.TOP_CENTER);
            setMaxWidth(96);
            setMinWidth(4);
            setPrefWidth(32);
            HBox.setHgrow(this, Priority.ALWAYS);
            setFocusTraversable(true);
            setAccessibleRole(AccessibleRole.TEXT);
            Tooltip.install(this, exact);
        }

        void show(Share share, boolean anyMine) {
            done = share.done();
            share.tone().on(track);
            star.setVisible(share.mine());
            star.setManaged(anyMine);
            exact.setText(share.text());
            setAccessibleText(share.text());
            track.requestLayout();
        }

        private final class Track extends StackPane {

            Track() {
                getStyleClass().add("share-column");
                getChildren().add(fill);
                setMinHeight(HEIGHT);
                setPrefHeight(HEIGHT);
            }

            @Override
            protected void layoutChildren() {
                double most = done < 1 ? getHeight() - 2 : getHeight();
                double height = Math.min(most, Math.rint(getHeight() * done));
                fill.resizeRelocate(0, getHeight() - height, getWidth(), height);
            }
        }
    }
}
