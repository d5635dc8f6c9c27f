package io.epochdesk.rehearsal.view;

import io.epochdesk.text.Words;
import io.epochdesk.ui.Labels;
import io.epochdesk.ui.Roomy;
import io.epochdesk.ui.View;

import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** What is shown while a rehearsal network is being made. */
public final class StartingView implements View {

    private final StackPane root = new StackPane();

    public StartingView(Words words) {
        ProgressBar bar = new ProgressBar();
        bar.setPrefWidth(320);
        bar.setAccessibleText(words.say("rehearsal.starting"));
        VBox page =
                new VBox(
                        16,
                        Labels.headline(words.say("rehearsal.starting")),
                        Labels.body(words.say("rehearsal.starting.why")),
                        bar);
        page.setAlignment(Pos.CENTER);
        VBox frame = new VBox(new RehearsalMark(words), page);
        VBox.setVgrow(page, Priority.ALWAYS);
        root.setId("rehearsal-starting");
        root.getStyleClass().addAll("shell", "welcome");
        root.getChildren().add(frame);
        Roomy.mark(root);
    }

    @Override
    public Parent root() {
        return root;
    }
}
