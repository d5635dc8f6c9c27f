package io.epochdesk.registration.view;

import io.epochdesk.keys.view.ConfirmationPane;
import io.epochdesk.registration.Field;
import io.epochdesk.registration.view.Signers.SigningAccount;
import io.epochdesk.text.Words;
import io.epochdesk.ui.FxClock;

import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

import java.util.ArrayList;
import java.util.List;

/** Offers the accounts that the vault has keys of; unlocks it first where it is locked. */
final class SignerPane extends VBox {

    private final FlowViewModel model;
    private final FxClock clock;
    private final Runnable openKeys;
    private final Words words;
    private final List<ToggleButton> choices = new ArrayList<>();
    private boolean unlocking;

    SignerPane(FlowViewModel model, FxClock clock, Runnable openKeys) {
        super(8);
        this.model = model;
        this.clock = clock;
        this.openKeys = openKeys;
        words = model.words().words();
        setId("flow-signers");
        model.signersProperty().subscribe(this::show);
        model.text(Field.ACCOUNT).subscribe(this::choose);
    }

    /** Marks the account that was entered; the buttons stay, and with them the cursor. */
    private void choose(String account) {
        choices.forEach(choice -> choice.setSelected(account.strip().equals(choice.getUserData())));
    }

    private void show(Signers.Look look) {
        switch (look.state()) {
            case ABSENT ->
                    getChildren()
                            .setAll(
                                    Pages.caption(words.say("flows.signer.absent")),
                                    button("flows.signer.keys", openKeys));
            case LOCKED -> locked();
            case OPEN -> offer(look);
        }
    }

    private void locked() {
        if (unlocking) {
            ConfirmationPane pane =
                    model.tools()
                            .vault(
                                    clock,
                                    words.say("flows.signer.unlock.why"),
                                    words.say("flows.signer.unlock.act"),
                                    _ -> {
                                        unlocking = false;
                                        model.lookAtVault();
                                    });
            getChildren().setAll(pane);
            model.tools().fx().run(pane::begin);
        } else {
            getChildren()
                    .setAll(
                            Pages.caption(words.say("flows.signer.locked")),
                            button(
                                    "flows.signer.unlock",
                                    () -> {
                                        unlocking = true;
                                        locked();
                                    }));
        }
    }

    private void offer(Signers.Look look) {
        choices.clear();
        for (SigningAccount account : look.accounts()) {
            ToggleButton choice =
                    new ToggleButton(
                            words.say(
                                    "flows.signer.account",
                                    "names",
                                    account.names(),
                                    "address",
                                    account.address().toString()));
            choice.setId("signer-" + account.address().hex());
            choice.setUserData(account.address().toString());
            choice.setOnAction(
                    _ -> {
                        choose(model.text(Field.ACCOUNT).get());
                        model.signWith(account);
                    });
            choices.add(choice);
        }
        choose(model.text(Field.ACCOUNT).get());
        PracticeAids practice = model.practice();
        getChildren()
                .setAll(
                        Pages.caption(
                                words.say(
                                        look.accounts().isEmpty()
                                                ? "flows.signer.none"
                                                : "flows.signer.choose")));
        if (!look.accounts().isEmpty()) {
            FlowPane offered = new FlowPane(8, 8);
            offered.getChildren().setAll(choices);
            getChildren().add(offered);
        } else if (practice == null) {
            getChildren().add(button("flows.signer.keys", openKeys));
        }
        if (practice != null && practice.lacksKeys()) {
            getChildren().add(button("flows.signer.practice", practice::takeKeys));
        }
    }

    private Button button(String key, Runnable act) {
        Button button = new Button(words.say(key));
        button.setId(key.replace('.', '-'));
        button.setOnAction(_ -> act.run());
        return button;
    }
}
