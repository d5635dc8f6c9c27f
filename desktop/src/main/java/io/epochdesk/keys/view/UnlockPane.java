package io.epochdesk.keys.view;

import io.epochdesk.keys.view.KeysViewModel.State;
import io.epochdesk.text.Words;
import io.epochdesk.ui.Labels;
import io.epochdesk.ui.SecretField;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;

/** Asks for the password of a vault, or for that of a new one twice. */
final class UnlockPane extends StackPane {

    private final KeysViewModel model;
    private final Words words;
    private final Label why = Labels.body("");
    private final SecretField password;
    private final SecretField again;
    private final Label againLabel;
    private final Button act = new Button();
    private final ProgressIndicator busy = new ProgressIndicator();
    private boolean making;

    UnlockPane(KeysViewModel model, Words words) {
        this.model = model;
        this.words = words;
        password = new SecretField(words.say("vault.ask.password"));
        password.setId("keys-password");
        password.setOnEntered(this::enter);
        again = new SecretField(words.say("vault.ask.again"));
        again.setId("keys-again");
        again.setOnEntered(this::act);
        againLabel = Labels.caption(words.say("vault.ask.again"));
        againLabel.visibleProperty().bind(again.visibleProperty());
        againLabel.managedProperty().bind(again.visibleProperty());
        again.managedProperty().bind(again.visibleProperty());
        again.setVisible(false);
        act.setId("keys-unlock");
        act.setDefaultButton(false);
        act.getStyleClass().add("accent");
        act.setOnAction(_ -> act());
        busy.setPrefSize(20, 20);
        FontIcon icon = new FontIcon(MaterialDesignL.LOCK_OUTLINE);
        icon.getStyleClass().add("welcome-sign");
        why.setMinHeight(Region.USE_PREF_SIZE);
        HBox row = new HBox(12, act, busy);
        row.setAlignment(Pos.CENTER_LEFT);
        VBox card =
                new VBox(
                        8,
                        icon,
                        why,
                        Labels.caption(words.say("vault.ask.password")),
                        password,
                        againLabel,
                        again,
                        row);
        card.getStyleClass().addAll("epoch-card", "unlock-card");
        card.setMaxSize(460, Region.USE_PREF_SIZE);
        getChildren().add(card);
    }

    /** Shows what is asked for now. */
    void show(State now) {
        boolean waiting = now == State.BUSY;
        if (!waiting) {
            making = now == State.ABSENT;
            again.setVisible(making);
            why.setText(words.say(making ? "vault.make.why" : "vault.unlock.why"));
            act.setText(words.say(making ? "vault.make" : "vault.unlock"));
        }
        act.setDisable(waiting);
        password.setDisable(waiting);
        again.setDisable(waiting);
        busy.setVisible(waiting);
    }

    /** Wipes what was typed. */
    void forget() {
        password.clear();
        again.clear();
    }

    private void enter() {
        if (making) {
            again.requestFocus();
        } else {
            act();
        }
    }

    private void act() {
        if (act.isDisabled() || password.isEmpty()) {
            return;
        }
        if (making) {
            model.create(password.take(), again.take());
        } else {
            model.unlock(password.take());
        }
    }
}
