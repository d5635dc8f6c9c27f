package io.epochdesk.registration.view;

import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.guide.view.Explained;
import io.epochdesk.keys.view.ConfirmationPane;
import io.epochdesk.registration.Field;
import io.epochdesk.registration.Template;
import io.epochdesk.registration.view.Signers.SigningAccount;
import io.epochdesk.text.Words;
import io.epochdesk.ui.FxClock;
import io.epochdesk.ui.Tone;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Signing: with the vault, whose password is asked again, or on another machine. */
final class SignPane {

    private final FlowViewModel model;
    private final FxClock clock;
    private final Explained explained;
    private final Words words;
    private final VBox way = new VBox();
    private final RadioButton vault = new RadioButton();
    private final RadioButton elsewhere = new RadioButton();
    private final VBox root = Pages.page();

    SignPane(FlowViewModel model, FxClock clock, Explained explained) {
        this.model = model;
        this.clock = clock;
        this.explained = explained;
        words = model.words().words();
        if (model.kind().isExpert()) {
            confirmNode();
        } else {
            chooseWay();
        }
    }

    VBox root() {
        return root;
    }

    private void confirmNode() {
        TextField typed = new TextField();
        typed.setId("sign-node");
        typed.getStyleClass().add("text-mono");
        typed.setAccessibleText(words.say("flows.sign.node"));
        HBox.setHgrow(typed, Priority.ALWAYS);
        Button confirm = new Button(words.say("flows.sign.node.act"));
        confirm.setId("sign-node-confirm");
        confirm.setMinWidth(Button.USE_PREF_SIZE);
        confirm.disableProperty().bind(typed.textProperty().map(String::isBlank));
        confirm.setOnAction(_ -> model.confirmNode(typed.getText(), this::chooseWay));
        root.getChildren()
                .setAll(
                        Pages.note(
                                Tone.ATTENTION,
                                explained.sentence(
                                        model.words().warning(model.kind()), "text-body")),
                        Pages.section(
                                words.say("flows.sign.node"),
                                new HBox(8, typed, confirm),
                                explained.sentence(
                                        words.say("flows.sign.node.why"), "text-caption")));
    }

    private void chooseWay() {
        ToggleGroup ways = new ToggleGroup();
        vault.setText(words.say("flows.sign.vault"));
        vault.setId("sign-vault");
        vault.setToggleGroup(ways);
        elsewhere.setText(words.say("flows.sign.elsewhere"));
        elsewhere.setId("sign-elsewhere");
        elsewhere.setToggleGroup(ways);
        root.getChildren().setAll(new VBox(8, vault, elsewhere), way);
        vault.setSelected(!isOutOfVault());
        elsewhere.setSelected(isOutOfVault());
        ways.selectedToggleProperty().subscribe(_ -> show());
    }

    private void show() {
        way.getChildren()
                .setAll(
                        elsewhere.isSelected()
                                ? new OfflinePane(model, clock, explained).root()
                                : vaultPane());
    }

    private Node vaultPane() {
        if (isOutOfVault()) {
            return Pages.note(
                    Tone.CALM, explained.sentence(words.say("flows.sign.vault.none"), "text-body"));
        }
        Template template = model.kind().templates().get(model.flow().step().transaction());
        String names = account().map(SigningAccount::names).orElse("");
        ConfirmationPane pane =
                model.tools()
                        .vault(
                                clock,
                                words.say(
                                        names.isEmpty() ? "flows.sign.why" : "flows.sign.why.named",
                                        "template",
                                        model.words().flows().name(template),
                                        "account",
                                        model.text(Field.ACCOUNT).get(),
                                        "keys",
                                        names),
                                words.say("flows.sign.act"),
                                model::signAndSend);
        model.tools().fx().run(pane::begin);
        return pane;
    }

    private Optional<SigningAccount> account() {
        String address = model.flow().values().text(Field.ACCOUNT);
        return address.isEmpty()
                ? Optional.empty()
                : model.signersProperty().get().account(FlowAddress.of(address));
    }

    /** Whether it is known that the vault lacks a key that is to sign. */
    private boolean isOutOfVault() {
        return switch (model.signersProperty().get().state()) {
            case ABSENT -> true;
            case LOCKED -> false;
            case OPEN -> {
                Set<Integer> held =
                        account().stream()
                                .flatMap(account -> account.keys().stream())
                                .map(key -> key.keyIndex())
                                .collect(Collectors.toSet());
                yield !held.containsAll(
                        Arrays.stream(
                                        model.flow()
                                                .values()
                                                .text(Field.SIGNING_KEYS)
                                                .split(", ", -1))
                                .map(Integer::valueOf)
                                .toList());
            }
        };
    }
}
