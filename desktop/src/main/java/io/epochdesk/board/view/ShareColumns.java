package io.epochdesk.board.view;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

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
        for (int i = 0; i < shares.size(); i++) {
            ((ColumnPane) getChildren().get(i)).show(shares.get(i));
        }
    }

    private static final class ColumnPane extends StackPane {

        private final Region fill = new Region();
        private final Tooltip exact = new Tooltip();
        private double done;

        ColumnPane() {
            getStyleClass().add("share-column");
            fill.getStyleClass().add("share-fill");
            fill.setManaged(false);
            getChildren().add(fill);
            setMinHeight(HEIGHT);
            setPrefHeight(HEIGHT);
            setMaxWidth(96);
            setMinWidth(4);
            setPrefWidth(32);
            HBox.setHgrow(this, Priority.ALWAYS);
            setFocusTraversable(true);
            setAccessibleRole(AccessibleRole.TEXT);
            Tooltip.install(this, exact);
        }

        void show(Share share) {
            done = share.done();
            share.tone().on(this);
            exact.setText(share.text());
            setAccessibleText(share.text());
            requestLayout();
        }

        @Override
        protected void layoutChildren() {
            double most = done < 1 ? getHeight() - 2 : getHeight();
            double height = Math.min(most, Math.rint(getHeight() * done));
            fill.resizeRelocate(0, getHeight() - height, getWidth(), height);
        }
    }
}
