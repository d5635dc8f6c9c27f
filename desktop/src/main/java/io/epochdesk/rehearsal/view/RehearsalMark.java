package io.epochdesk.rehearsal.view;

import io.epochdesk.text.Words;
import io.epochdesk.ui.Labels;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;

/** Says that one is in a rehearsal: stripes, a sign and the word. */
public final class RehearsalMark extends HBox {

    public RehearsalMark(Words words) {
        getStyleClass().add("rehearsal-mark");
        setAlignment(Pos.CENTER_LEFT);
        Label word = Labels.heading(words.say("rehearsal.mark"));
        word.getStyleClass().add("rehearsal-word");
        word.setGraphic(new FontIcon(MaterialDesignD.DRAMA_MASKS));
        word.setMinWidth(USE_PREF_SIZE);
        word.setTooltip(new Tooltip(words.say("rehearsal.mark.why")));
        setAccessibleText(words.say("rehearsal.mark") + ". " + words.say("rehearsal.mark.why"));
        setMinWidth(USE_PREF_SIZE);
        getChildren().add(word);
    }
}
