package io.epochdesk.dkg.view;

import io.epochdesk.text.Words;
import io.epochdesk.ui.Copying;
import io.epochdesk.ui.Labels;
import io.epochdesk.ui.ToneMark;

import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The answers of the forecast side by side; each is reached by the keyboard and says everything.
 */
final class ForecastStrip extends HBox {

    private static final double NOTE_HEIGHT = 32;
    private static final KeyCombination COPY = KeyCombination.keyCombination("Shortcut+C");

    private final Map<ForecastTile.Question, Tile> tiles =
            new EnumMap<>(ForecastTile.Question.class);

    ForecastStrip(Words words) {
        super(12);
        setId("forecast");
        for (ForecastTile.Question question : ForecastTile.Question.values()) {
            Tile tile = new Tile(question, words);
            HBox.setHgrow(tile, Priority.ALWAYS);
            tiles.put(question, tile);
            getChildren().add(tile);
        }
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    void show(List<ForecastTile> answers) {
        setVisible(!answers.isEmpty());
        answers.forEach(
                answer -> {
                    Tile tile = tiles.get(answer.question());
                    if (tile != null) {
                        tile.show(answer);
                    }
                });
    }

    /** Leaves out what stands behind the answers; hovering and reading aloud still tell it. */
    void setCompact(boolean compact) {
        tiles.values().forEach(tile -> tile.note.setManaged(!compact));
        tiles.values().forEach(tile -> tile.note.setVisible(!compact));
    }

    /** One answer. */
    private static final class Tile extends VBox {

        private final String title;
        private final ToneMark value = new ToneMark();
        private final Label note = Labels.caption("");
        private final Tooltip full = new Tooltip();
        private String copy = "";

        Tile(ForecastTile.Question question, Words words) {
            super(2);
            title = words.name("dkg.tile", question);
            setId("forecast-" + question.name().toLowerCase(Locale.ROOT));
            getStyleClass().add("forecast-tile");
            setMinWidth(0);
            setPrefWidth(0);
            setFocusTraversable(true);
            setAccessibleRole(AccessibleRole.TEXT);
            value.getStyleClass().add("forecast-value");
            value.setMinWidth(0);
            note.setWrapText(true);
            note.setAlignment(Pos.TOP_LEFT);
            // always two lines high, so that nothing below moves when an answer changes
            note.setMinHeight(NOTE_HEIGHT);
            note.setPrefHeight(NOTE_HEIGHT);
            note.setMaxHeight(NOTE_HEIGHT);
            getChildren().addAll(Labels.caption(title), value, note);
            full.setWrapText(true);
            full.setMaxWidth(520);
            Tooltip.install(this, full);
            setOnKeyPressed(
                    key -> {
                        if (COPY.match(key) && !copy.isEmpty()) {
                            Copying.copy(this, copy);
                            key.consume();
                        }
                    });
            setOnMouseClicked(
                    click -> {
                        requestFocus();
                        if (click.getClickCount() == 2 && !copy.isEmpty()) {
                            Copying.copy(this, copy);
                        }
                    });
        }

        void show(ForecastTile answer) {
            answer.tone().on(this);
            value.show(answer.tone(), answer.value());
            note.setText(answer.note());
            full.setText(answer.full());
            copy = answer.copy();
            setAccessibleText(title + ": " + answer.value() + ". " + answer.full());
        }
    }
}
