package io.epochdesk.board.view;

import io.epochdesk.ui.Labels;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.List;

/** Figures below each other: names at the left, values at the right. */
final class FactList extends VBox {

    FactList() {
        getStyleClass().add("fact-list");
    }

    void show(List<Fact> facts) {
        while (getChildren().size() > facts.size()) {
            getChildren().removeLast();
        }
        while (getChildren().size() < facts.size()) {
            getChildren().add(new Line());
        }
        for (int i = 0; i < facts.size(); i++) {
            ((Line) getChildren().get(i)).show(facts.get(i));
        }
    }

    private static final class Line extends HBox {

        private final Label name = Labels.body("");
        private final Label value = Labels.body("");

        Line() {
            super(16);
            getStyleClass().add("fact");
            name.getStyleClass().add("muted");
            value.getStyleClass().add("strong");
            value.setMinWidth(Region.USE_PREF_SIZE);
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            setAccessibleRole(AccessibleRole.TEXT);
            getChildren().addAll(name, gap, value);
        }

        void show(Fact fact) {
            name.setText(fact.name());
            value.setText(fact.value());
            setAccessibleText(fact.name() + ": " + fact.value());
        }
    }
}
