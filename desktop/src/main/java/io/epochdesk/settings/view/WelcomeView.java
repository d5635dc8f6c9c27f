package io.epochdesk.settings.view;

import io.epochdesk.network.NetworkProfile;
import io.epochdesk.text.Words;
import io.epochdesk.ui.Labels;
import io.epochdesk.ui.View;

import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

import java.util.List;
import java.util.function.Consumer;

/** The first start: nothing is asked of any network before a person has chosen one. */
public final class WelcomeView implements View {

    private final StackPane root = new StackPane();

    /**
     * The view.
     *
     * @param chosen told of the network that was chosen
     */
    public WelcomeView(
            List<NetworkProfile> networks, Words words, Consumer<NetworkProfile> chosen) {
        HBox choices = new HBox(16);
        choices.setAlignment(Pos.CENTER);
        for (NetworkProfile network : networks) {
            choices.getChildren().add(choice(network, words, chosen));
        }
        FontIcon icon = new FontIcon(MaterialDesignA.ACCESS_POINT_NETWORK);
        icon.getStyleClass().add("welcome-icon");
        VBox page =
                new VBox(
                        24,
                        icon,
                        Labels.headline(words.say("settings.welcome.title")),
                        Labels.body(words.say("settings.welcome.why")),
                        choices);
        page.setAlignment(Pos.CENTER);
        root.getStyleClass().addAll("shell", "welcome");
        root.getChildren().add(page);
    }

    @Override
    public Parent root() {
        return root;
    }

    private static Button choice(
            NetworkProfile network, Words words, Consumer<NetworkProfile> chosen) {
        VBox text =
                new VBox(
                        4,
                        Labels.heading(network.name()),
                        Labels.caption(network.nodes().getFirst().address()),
                        Labels.caption(
                                words.say(
                                        network.nodes().getFirst().isLoopback()
                                                ? "settings.welcome.loopback"
                                                : "settings.welcome.public")));
        Button button = new Button();
        button.setGraphic(text);
        button.setId("welcome-" + network.id());
        button.setAccessibleText(network.name());
        button.getStyleClass().add("welcome-choice");
        button.setOnAction(_ -> chosen.accept(network));
        return button;
    }
}
