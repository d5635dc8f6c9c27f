package io.epochdesk.app;

import io.epochdesk.rehearsal.view.RehearsalMark;
import io.epochdesk.text.Words;
import io.epochdesk.ui.Labels;
import io.epochdesk.ui.Roomy;
import io.epochdesk.ui.View;

import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The first thing in the window: its name, and in a rehearsal the mark of one. */
final class OpeningView implements View {

    private final StackPane root = new StackPane();

    /** Words until there is a page. */
    OpeningView(Words words, boolean rehearsal) {
        VBox page =
                new VBox(
                        16,
                        Labels.headline(words.say("ui.window.title")),
                        Labels.body(
                                words.say(rehearsal ? "rehearsal.starting" : "ui.window.opening")));
        page.setAlignment(Pos.CENTER);
        VBox.setVgrow(page, Priority.ALWAYS);
        VBox frame = rehearsal ? new VBox(RehearsalMark.plain(words), page) : new VBox(page);
        root.setId("opening");
        root.getStyleClass().addAll("shell", "welcome");
        root.getChildren().add(frame);
        Roomy.mark(root);
    }

    @Override
    public Parent root() {
        return root;
    }
}
