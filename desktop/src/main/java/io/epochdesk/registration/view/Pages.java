package io.epochdesk.registration.view;

import io.epochdesk.guide.view.Explained;
import io.epochdesk.ui.Labels;
import io.epochdesk.ui.PathField;
import io.epochdesk.ui.Tone;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;

import org.kordamp.ikonli.javafx.FontIcon;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Pieces that the pages of flows are made of. */
final class Pages {

    private static final String BULLET = "\u2022";

    private Pages() {}

    /** A page of these parts, one below the other. */
    static VBox page(Node... parts) {
        VBox page = new VBox(parts);
        page.getStyleClass().add("wizard-page");
        return page;
    }

    /** A heading within a page, with what belongs to it. */
    static VBox section(String heading, Node... parts) {
        Label title = Labels.body(heading);
        title.getStyleClass().add("strong");
        VBox section = new VBox(8, title);
        section.getStyleClass().add("flow-section");
        section.getChildren().addAll(parts);
        return section;
    }

    /**
     * A field for a path, and the button that acts on it once there is one.
     *
     * @param id of the button
     * @param name what the button says
     */
    static HBox path(PathField field, String id, String name, Consumer<Path> act) {
        HBox.setHgrow(field, Priority.ALWAYS);
        Button button = new Button(name);
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.disableProperty().bind(field.text().textProperty().map(String::isBlank));
        button.setOnAction(_ -> field.path().ifPresent(act));
        return new HBox(8, field, button);
    }

    /** Sentences, one behind a bullet each. */
    static VBox bullets(List<String> sentences, Explained explained) {
        VBox box = new VBox(6);
        for (String sentence : sentences) {
            Label bullet = Labels.body(BULLET);
            bullet.setMinWidth(16);
            TextFlow text = explained.sentence(sentence, "text-body");
            HBox.setHgrow(text, Priority.ALWAYS);
            box.getChildren().add(new HBox(bullet, text));
        }
        return box;
    }

    /** Something set off in the colour of a tone, with its icon. */
    static HBox note(Tone tone, Node content) {
        FontIcon icon = new FontIcon(tone.icon());
        icon.getStyleClass().add("tone-icon");
        HBox.setHgrow(content, Priority.ALWAYS);
        HBox note = new HBox(12, icon, content);
        note.getStyleClass().add("flow-note");
        tone.on(note);
        note.setMinHeight(Region.USE_PREF_SIZE);
        return note;
    }

    /** A caption that wraps. */
    static Label caption(String text) {
        Label caption = Labels.caption(text);
        caption.setWrapText(true);
        caption.setMinHeight(Region.USE_PREF_SIZE);
        return caption;
    }

    /** Plain text that wraps and is never cut off. */
    static Label body(String text) {
        Label body = Labels.body(text);
        body.setMinHeight(Region.USE_PREF_SIZE);
        return body;
    }
}
