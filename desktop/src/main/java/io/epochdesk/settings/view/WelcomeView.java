package io.epochdesk.settings.view;

import io.epochdesk.fault.Fault;
import io.epochdesk.network.NetworkProfile;
import io.epochdesk.network.NetworkProfiles;
import io.epochdesk.text.FaultText;
import io.epochdesk.text.Words;
import io.epochdesk.ui.Labels;
import io.epochdesk.ui.Roomy;
import io.epochdesk.ui.Tone;
import io.epochdesk.ui.ToneMark;
import io.epochdesk.ui.View;

import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

import java.util.List;
import java.util.function.Consumer;

/** The first start: nothing is asked of any network before a person has chosen one. */
public final class WelcomeView implements View {

    private final Words words;
    private final Consumer<NetworkProfile> chosen;
    private final ToneMark fault = new ToneMark();
    private final VBox choices = new VBox(16);
    private final VBox page = new VBox();
    private final StackPane root = new StackPane();

    /**
     * The view.
     *
     * @param networks the built-in networks, each with a sentence of its own
     * @param chosen told of the network that was chosen
     */
    public WelcomeView(
            List<NetworkProfile> networks, Words words, Consumer<NetworkProfile> chosen) {
        this.words = words;
        this.chosen = chosen;
        fault.setVisible(false);
        fault.setWrapText(true);
        fault.managedProperty().bind(fault.visibleProperty());
        HBox row = new HBox(16);
        row.setAlignment(Pos.CENTER);
        for (NetworkProfile network : networks) {
            row.getChildren().add(choice(network));
        }
        Button custom =
                choice(
                        "custom",
                        MaterialDesignP.PENCIL_OUTLINE,
                        words.say("settings.welcome.custom"),
                        words.say("settings.welcome.custom.why"));
        custom.setOnAction(_ -> askForCustom());
        row.getChildren().add(custom);
        choices.getChildren().add(row);
        choices.setAlignment(Pos.CENTER);
        Label title = Labels.headline(words.say("settings.welcome.title"));
        page.getChildren()
                .addAll(title, Labels.body(words.say("settings.welcome.why")), fault, choices);
        page.getStyleClass().add("welcome-page");
        page.setAlignment(Pos.CENTER);
        root.setId("welcome");
        root.getStyleClass().addAll("shell", "welcome");
        root.getChildren().add(page);
        Roomy.mark(root);
    }

    /** Puts the rehearsal first, as what Enter starts. */
    public void offerRehearsal(Runnable rehearse) {
        Label title = Labels.title(words.say("settings.welcome.rehearsal"));
        Label why = Labels.body(words.say("settings.welcome.rehearsal.why"));
        why.setMinHeight(Region.USE_PREF_SIZE);
        Label act = new Label(words.say("settings.welcome.rehearsal.act"));
        act.getStyleClass().add("welcome-act");
        VBox text = new VBox(8, title, why, act);
        text.setAlignment(Pos.CENTER_LEFT);
        text.getStyleClass().add("welcome-rehearsal-text");
        FontIcon icon = new FontIcon(MaterialDesignD.DRAMA_MASKS);
        icon.getStyleClass().add("welcome-icon");
        StackPane disc = new StackPane(icon);
        disc.getStyleClass().add("welcome-disc");
        StackPane stripes = new StackPane(disc);
        stripes.getStyleClass().add("welcome-stripes");
        HBox content = new HBox(24, stripes, text);
        content.setAlignment(Pos.CENTER_LEFT);
        Button button = new Button();
        button.setGraphic(content);
        button.setId("welcome-rehearsal");
        button.setAccessibleText(
                words.say("settings.welcome.rehearsal.act") + ". " + why.getText());
        button.getStyleClass().addAll("welcome-choice", "welcome-rehearsal");
        button.setDefaultButton(true);
        button.setOnAction(_ -> rehearse.run());
        choices.getChildren().addFirst(button);
        button.sceneProperty().subscribe(_ -> button.requestFocus());
    }

    /** Says why what was chosen could not be opened. */
    public void tell(Fault what) {
        FaultText text = FaultText.of(words, what);
        fault.show(Tone.DANGER, text.sentence() + " " + text.advice() + " (" + text.code() + ")");
        fault.setVisible(true);
    }

    @Override
    public Parent root() {
        return root;
    }

    private void askForCustom() {
        page.getChildren().remove(choices);
        CustomNetworkPane pane =
                new CustomNetworkPane(
                        new CustomNetworkViewModel(words.say("settings.network.new")),
                        words,
                        chosen,
                        () -> page.getChildren().set(page.getChildren().size() - 1, choices));
        page.getChildren().add(pane);
        pane.lookup("#custom-address").requestFocus();
    }

    private Button choice(NetworkProfile network) {
        String key = "settings.welcome.for." + network.id();
        Button button =
                choice(
                        network.id(),
                        icon(network.id()),
                        network.name(),
                        words.has(key)
                                ? words.say(
                                        key,
                                        "port",
                                        Integer.toString(NetworkProfiles.EMULATOR_PORT))
                                : network.nodes().getFirst().address());
        button.setOnAction(_ -> chosen.accept(network));
        return button;
    }

    private static Ikon icon(String id) {
        return switch (id) {
            case "mainnet" -> MaterialDesignE.EARTH;
            case "testnet" -> MaterialDesignF.FLASK_OUTLINE;
            case "emulator" -> MaterialDesignL.LAPTOP;
            default -> MaterialDesignA.ACCESS_POINT_NETWORK;
        };
    }

    private static Button choice(String id, Ikon icon, String name, String why) {
        FontIcon sign = new FontIcon(icon);
        sign.getStyleClass().add("welcome-sign");
        Label reason = Labels.body(why);
        reason.setMinHeight(Region.USE_PREF_SIZE);
        VBox text = new VBox(8, sign, Labels.heading(name), reason);
        text.getStyleClass().add("welcome-text");
        Button button = new Button();
        button.setGraphic(text);
        button.setId("welcome-" + id);
        button.setAccessibleText(name + ". " + why);
        button.getStyleClass().add("welcome-choice");
        return button;
    }
}
