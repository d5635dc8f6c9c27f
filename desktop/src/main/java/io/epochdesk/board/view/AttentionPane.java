package io.epochdesk.board.view;

import atlantafx.base.theme.Styles;

import io.epochdesk.text.Words;
import io.epochdesk.ui.Labels;
import io.epochdesk.ui.Tone;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

import java.util.List;
import java.util.function.Consumer;

/** What needs attention, gravest first, each with the way to where one sees more. */
final class AttentionPane extends VBox {

    private final Words words;
    private final Consumer<String> openPage;
    private final Node calm;
    private final Node unknown;
    private List<AttentionRow> shown = List.of();

    AttentionPane(Words words, Consumer<String> openPage) {
        this.words = words;
        this.openPage = openPage;
        getStyleClass().add("attention-list");
        calm = quiet(Tone.SUCCESS, "overview.attention.none", "overview.attention.none.why");
        unknown =
                quiet(Tone.UNKNOWN, "overview.attention.unknown", "overview.attention.unknown.why");
        getChildren().add(unknown);
    }

    /**
     * Shows what needs attention.
     *
     * @param known whether enough is known to say that nothing does
     */
    void show(List<AttentionRow> rows, boolean known) {
        if (rows.isEmpty()) {
            getChildren().setAll(known ? calm : unknown);
        } else if (!rows.equals(shown) || getChildren().size() != rows.size()) {
            getChildren().setAll(rows.stream().map(this::line).toList());
        }
        shown = rows;
    }

    private Node quiet(Tone tone, String what, String why) {
        FontIcon icon = new FontIcon(tone.icon());
        icon.getStyleClass().add("tone-icon");
        Label title = Labels.body(words.say(what));
        title.getStyleClass().add("strong");
        Label reason = Labels.body(words.say(why));
        reason.getStyleClass().add("muted");
        VBox sentences = new VBox(2, title, reason);
        HBox line = new HBox(12, icon, sentences);
        line.setAlignment(Pos.CENTER_LEFT);
        tone.on(line);
        return line;
    }

    private Node line(AttentionRow row) {
        FontIcon icon = new FontIcon(row.tone().icon());
        icon.getStyleClass().add("tone-icon");
        Label sentence = Labels.body(row.sentence());
        sentence.setMinHeight(Region.USE_PREF_SIZE);
        sentence.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        HBox line = new HBox(12, icon, sentence);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("attention-line");
        row.tone().on(line);
        if (!row.page().isEmpty()) {
            Button open = new Button(words.say("overview.attention.open"));
            open.getStyleClass().addAll(Styles.SMALL, Styles.FLAT, "attention-open");
            open.setGraphic(new FontIcon(MaterialDesignA.ARROW_RIGHT));
            open.setContentDisplay(ContentDisplay.RIGHT);
            open.setMinWidth(Region.USE_PREF_SIZE);
            open.setOnAction(_ -> openPage.accept(row.page()));
            line.getChildren().add(open);
        }
        return line;
    }
}
