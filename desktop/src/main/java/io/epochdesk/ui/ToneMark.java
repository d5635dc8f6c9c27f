package io.epochdesk.ui;

import javafx.scene.control.Label;

import org.kordamp.ikonli.javafx.FontIcon;

/** A word with the icon and colour of its tone. */
public final class ToneMark extends Label {

    private final FontIcon icon = new FontIcon(Tone.UNKNOWN.icon());

    public ToneMark() {
        getStyleClass().add("tone-mark");
        setGraphic(icon);
        Tone.UNKNOWN.on(this);
    }

    public ToneMark(Tone tone, String word) {
        this();
        show(tone, word);
    }

    /** Shows this word in this tone. */
    public void show(Tone tone, String word) {
        icon.setIconCode(tone.icon());
        tone.on(this);
        setText(word);
    }
}
