package io.epochdesk.keys.view;

import atlantafx.base.theme.Styles;

import io.epochdesk.fault.Fault;
import io.epochdesk.keys.vault.Vault;
import io.epochdesk.text.Formats;
import io.epochdesk.ui.FaultBanner;
import io.epochdesk.ui.FxClock;
import io.epochdesk.ui.Labels;
import io.epochdesk.ui.SecretField;
import io.epochdesk.ui.WhileShown;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;

import java.util.function.Consumer;

/**
 * Asks for the vault's password and names what it is asked for. What was typed is wiped when the
 * pane leaves the screen.
 */
public final class ConfirmationPane extends VBox {

    private final ConfirmationViewModel model;
    private final FxClock clock;
    private final Consumer<? super Vault> confirmed;
    private final FaultBanner banner;
    private final SecretField password;
    private final Button act;

    /**
     * A pane.
     *
     * @param why what will be done with which key, as a sentence
     * @param actName what the button says
     * @param confirmed told the unlocked vault on the FX thread when the password is right
     */
    public ConfirmationPane(
            ConfirmationViewModel model,
            Formats formats,
            FxClock clock,
            String why,
            String actName,
            Consumer<? super Vault> confirmed) {
        super(8);
        this.model = model;
        this.clock = clock;
        this.confirmed = confirmed;
        banner = new FaultBanner(formats);
        String asked = formats.words().say("vault.ask.password");
        password = new SecretField(asked);
        password.setId("confirm-password");
        password.setOnEntered(this::act);
        Label caption = Labels.caption(asked);
        caption.setLabelFor(password);
        act = new Button(actName);
        act.setId("confirm-act");
        act.getStyleClass().add(Styles.ACCENT);
        act.setOnAction(_ -> act());
        ProgressIndicator busy = new ProgressIndicator();
        busy.setPrefSize(20, 20);
        busy.visibleProperty().bind(model.busy());
        act.disableProperty().bind(model.busy());
        password.disableProperty().bind(model.busy());
        HBox row = new HBox(12, act, busy);
        row.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(Labels.body(why), caption, password, banner, row);
        WhileShown.of(this, this::follow);
    }

    /** Puts the cursor into the field. */
    public void begin() {
        password.requestFocus();
    }

    private Subscription follow() {
        return Subscription.combine(
                model.fault().subscribe(this::show), password::clear, model::forget);
    }

    private void show(@Nullable Fault fault) {
        banner.show(fault, null, clock.getValue());
        if (fault != null) {
            // The field lost the cursor while the password was tried; it is typed anew.
            begin();
        }
    }

    private void act() {
        if (!act.isDisabled() && !password.isEmpty()) {
            model.confirm(
                    password.take(),
                    vault -> {
                        if (getScene() != null) {
                            confirmed.accept(vault);
                        }
                    });
        }
    }
}
