package io.epochdesk.keys.view;

import atlantafx.base.theme.Styles;

import io.epochdesk.fault.Fault;
import io.epochdesk.fault.VaultFault;
import io.epochdesk.keys.vault.Password;
import io.epochdesk.keys.view.KeysViewModel.State;
import io.epochdesk.text.Formats;
import io.epochdesk.text.Words;
import io.epochdesk.ui.FaultBanner;
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

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

import java.time.Instant;

/** Asks for the password of a vault, or for that of a new one twice. */
final class UnlockPane extends StackPane {

    private static final String TOO_WIDE = VaultFault.Kind.TOO_WIDE.code();

    private final KeysViewModel model;
    private final Words words;
    private final FontIcon sign = new FontIcon(MaterialDesignL.LOCK);
    private final Label title = Labels.title("");
    private final Label why = Labels.body("");
    private final SecretField password;
    private final SecretField again;
    private final Label againLabel;
    private final Button act = new Button();
    private final ProgressIndicator busy = new ProgressIndicator();
    private final FaultBanner banner;
    private final Button narrow = new Button();
    private boolean making;

    UnlockPane(KeysViewModel model, Formats formats) {
        this.model = model;
        words = formats.words();
        banner = new FaultBanner(formats);
        narrow.setId("keys-narrow");
        narrow.setText(words.say("vault.narrow"));
        narrow.setOnAction(_ -> model.narrow());
        narrow.setVisible(false);
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
        act.getStyleClass().add(Styles.ACCENT);
        act.setOnAction(_ -> act());
        busy.setPrefSize(20, 20);
        sign.getStyleClass().add("lock-sign");
        StackPane disc = new StackPane(sign);
        disc.getStyleClass().add("lock-disc");
        title.setWrapText(true);
        why.setMinHeight(Region.USE_PREF_SIZE);
        HBox head = new HBox(16, disc, new VBox(4, title, why));
        head.setAlignment(Pos.CENTER_LEFT);
        HBox row = new HBox(12, act, narrow, busy);
        row.setAlignment(Pos.CENTER_LEFT);
        VBox fields =
                new VBox(
                        4,
                        Labels.caption(words.say("vault.ask.password")),
                        password,
                        againLabel,
                        again);
        VBox card = new VBox(16, head, fields, banner, row);
        card.getStyleClass().addAll("epoch-card", "unlock-card");
        card.setMaxSize(560, Region.USE_PREF_SIZE);
        getChildren().add(card);
    }

    /** Shows what is asked for now. */
    void show(State now) {
        boolean waiting = now == State.BUSY;
        if (!waiting) {
            making = now == State.ABSENT;
            again.setVisible(making);
            sign.setIconCode(making ? MaterialDesignS.SAFE : MaterialDesignL.LOCK);
            title.setText(words.say(making ? "vault.create.title" : "vault.unlock.title"));
            why.setText(
                    making
                            ? words.say("vault.create.why", "least", Password.LEAST)
                            : words.say("vault.unlock.why"));
            act.setText(words.say(making ? "vault.create" : "vault.unlock"));
        }
        act.setDisable(waiting);
        password.setDisable(waiting);
        again.setDisable(waiting);
        busy.setVisible(waiting);
    }

    /** Shows why it did not open, or nothing when there is no fault. */
    void tell(@Nullable Fault fault, Instant now) {
        banner.show(fault, null, now);
        narrow.setVisible(fault != null && fault.code().equals(TOO_WIDE));
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
