package io.epochdesk.ui;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

/**
 * One figure with its name above and a note below. The card around it carries height, age and
 * source.
 */
public final class Figure extends VBox {

    private final Label value = Labels.title("");
    private final Label note = Labels.caption("");
    private final String name;

    /** A figure with this name. */
    public Figure(String name) {
        this.name = name;
        getStyleClass().add("figure");
        note.getStyleClass().add("note");
        note.setWrapText(true);
        note.managedProperty().bind(note.textProperty().isNotEmpty());
        getChildren().addAll(Labels.caption(name), value, note);
        setFocusTraversable(false);
    }

    /** Shows a value without a note. */
    public void show(String text) {
        show(text, "");
    }

    /** Shows a value and a note. */
    public void show(String text, String noteText) {
        value.setText(text);
        note.setText(noteText);
        setAccessibleText(name + ": " + text + (noteText.isEmpty() ? "" : ". " + noteText));
    }

    /** Explains the figure on hover. */
    public Figure explained(String explanation) {
        Tooltip.install(this, new Tooltip(explanation));
        return this;
    }
}
