package io.epochdesk.settings.view;

import atlantafx.base.theme.Styles;

import io.epochdesk.network.NetworkProfile;
import io.epochdesk.text.FaultText;
import io.epochdesk.text.Words;
import io.epochdesk.ui.Field;
import io.epochdesk.ui.Labels;

import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;

import java.util.function.Consumer;

/** Asks for an operator's own access node at the first start. */
final class CustomNetworkPane extends VBox {

    private final CustomNetworkViewModel model;
    private final Words words;
    private final Field address;
    private final Button open = new Button();

    CustomNetworkPane(
            CustomNetworkViewModel model,
            Words words,
            Consumer<NetworkProfile> chosen,
            Runnable back) {
        this.model = model;
        this.words = words;
        getStyleClass().addAll("epoch-card", "form", "welcome-custom");
        address =
                Field.text(words.say("settings.custom.address"), model.address(), "custom-address");
        ((TextField) address.control()).setPromptText(words.say("settings.custom.address.prompt"));
        ((TextField) address.control()).setOnAction(_ -> open.fire());
        open.setText(words.say("settings.custom.open"));
        open.setId("custom-open");
        open.getStyleClass().add(Styles.ACCENT);
        open.setOnAction(_ -> chosen.accept(model.profile()));
        Button away = new Button(words.say("settings.custom.back"));
        away.setId("custom-back");
        away.setCancelButton(true);
        away.setOnAction(_ -> back.run());
        getChildren()
                .addAll(
                        Labels.title(words.say("settings.custom.title")),
                        address,
                        new Field(words.say("settings.custom.like"), likes()),
                        Labels.body(words.say("settings.custom.why")),
                        new HBox(8, open, away));
        model.address().subscribe(this::check);
        check(model.address().get());
    }

    private void check(String typed) {
        var problem = model.problem();
        open.setDisable(problem.isPresent());
        address.check(
                typed.isBlank()
                        ? java.util.Optional.empty()
                        : problem.map(fault -> FaultText.reason(words, fault)));
    }

    private ChoiceBox<NetworkProfile> likes() {
        ChoiceBox<NetworkProfile> choice = new ChoiceBox<>();
        choice.setId("custom-like");
        choice.getItems().setAll(CustomNetworkViewModel.likes());
        choice.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(@Nullable NetworkProfile network) {
                        return network == null ? "" : network.name();
                    }

                    @Override
                    public NetworkProfile fromString(String name) {
                        throw new UnsupportedOperationException("chosen, never typed");
                    }
                });
        choice.valueProperty().bindBidirectional(model.like());
        return choice;
    }
}
