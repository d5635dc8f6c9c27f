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

    /** The mark, with words on why it is there under the pointer. */
    public RehearsalMark(Words words) {
        this(words, Labels.heading(words.say("rehearsal.mark")));
        Label word = (Label) getChildren().getFirst();
        word.setGraphic(new FontIcon(MaterialDesignD.DRAMA_MASKS));
        word.setTooltip(new Tooltip(words.say("rehearsal.mark.why")));
    }

    private RehearsalMark(Words words, Label word) {
        getStyleClass().add("rehearsal-mark");
        setAlignment(Pos.CENTER_LEFT);
        word.getStyleClass().add("rehearsal-word");
        word.setMinWidth(USE_PREF_SIZE);
        setAccessibleText(words.say("rehearsal.mark") + ". " + words.say("rehearsal.mark.why"));
        setMinWidth(USE_PREF_SIZE);
        getChildren().add(word);
    }

    /** The mark without its sign, for the first frame: loading the signs' font would delay it. */
    public static RehearsalMark plain(Words words) {
        return new RehearsalMark(words, Labels.heading(words.say("rehearsal.mark")));
    }
}
