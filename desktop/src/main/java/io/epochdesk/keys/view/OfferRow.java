package io.epochdesk.keys.view;

import io.epochdesk.keys.bootstrap.OfferedKey;
import io.epochdesk.keys.vault.VaultKey;
import io.epochdesk.text.Words;
import io.epochdesk.ui.Labels;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import java.util.Optional;
import java.util.stream.Stream;

/** A key that a bootstrap folder offers: wanted or not, and under which name. */
final class OfferRow extends HBox {

    private final OfferedKey offer;
    private final CheckBox wanted = new CheckBox();
    private final NameField name;

    OfferRow(String node, OfferedKey offer, KeysViewModel model, Words words) {
        super(12);
        this.offer = offer;
        Optional<VaultKey> held =
                model.keys().stream()
                        .filter(key -> key.network().equals(model.network()))
                        .filter(key -> key.publicKey().equals(offer.key().publicKey()))
                        .findFirst();
        wanted.setId("offer-" + offer.name());
        wanted.setSelected(held.isEmpty());
        wanted.setDisable(held.isPresent());
        wanted.setAccessibleText(node);
        name = new NameField("offer-name-" + offer.name(), model.keys(), words);
        name.text().setText(offer.name());
        name.field().setPrefWidth(240);
        name.field().setMinWidth(USE_PREF_SIZE);
        name.field().setVisible(held.isEmpty());
        name.field().setManaged(held.isEmpty());
        name.field().disableProperty().bind(wanted.selectedProperty().not());
        Label title = Labels.body(node);
        title.setMinHeight(USE_PREF_SIZE);
        title.getStyleClass().add("strong");
        Label what =
                Labels.body(
                        held.map(key -> words.say("vault.found.held", "name", key.name()))
                                .orElseGet(() -> described(words)));
        what.setMinHeight(USE_PREF_SIZE);
        VBox said = new VBox(2, title, what);
        HBox.setHgrow(said, Priority.ALWAYS);
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("found-offer");
        getChildren().addAll(wanted, said, name.field());
    }

    OfferedKey offer() {
        return offer;
    }

    boolean isWanted() {
        return wanted.isSelected();
    }

    boolean isNamed() {
        return name.usable().get();
    }

    String name() {
        return name.name();
    }

    /** What changes when the operator changes something. */
    Stream<ObservableValue<?>> watched() {
        return Stream.of(wanted.selectedProperty(), name.text().textProperty(), name.usable());
    }

    private String described(Words words) {
        return offer.address().isEmpty()
                ? words.say("vault.found.key")
                : words.say(
                        "vault.found.account",
                        "address",
                        "0x" + offer.address(),
                        "index",
                        offer.keyIndex());
    }
}
