package io.epochdesk.ui;

import io.epochdesk.text.Formats;
import io.epochdesk.text.Words;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;

/**
 * An ID in mono, shortened in its middle. A click, Enter, Space or the copy shortcut copies the
 * whole of it.
 */
public final class ShortId extends Label {

    private static final KeyCombination COPY = KeyCombination.keyCombination("Shortcut+C");

    private final Words words;
    private final Tooltip whole = new Tooltip();
    private String id = "";

    public ShortId(Words words) {
        this.words = words;
        getStyleClass().addAll("text-mono", "short-id");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        setTooltip(whole);
        setOnMouseClicked(
                click -> {
                    copy();
                    click.consume();
                });
        setOnKeyPressed(
                key -> {
                    if (key.getCode() == KeyCode.ENTER
                            || key.getCode() == KeyCode.SPACE
                            || COPY.match(key)) {
                        copy();
                        key.consume();
                    }
                });
    }

    public ShortId(Words words, String id) {
        this(words);
        show(id);
    }

    /** Shows this ID; an empty one shows nothing. */
    public void show(String newId) {
        id = newId;
        setText(Formats.shortId(newId));
        setAccessibleText(newId);
        whole.setText(words.say("ui.id.tooltip", "id", newId));
    }

    private void copy() {
        if (!id.isEmpty()) {
            Copying.copy(this, id);
        }
    }
}
