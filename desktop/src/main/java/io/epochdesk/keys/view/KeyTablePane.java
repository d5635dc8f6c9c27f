package io.epochdesk.keys.view;

import io.epochdesk.keys.HashAlgorithm;
import io.epochdesk.keys.SignatureAlgorithm;
import io.epochdesk.keys.vault.VaultKey;
import io.epochdesk.text.Formats;
import io.epochdesk.text.Words;
import io.epochdesk.ui.Column;
import io.epochdesk.ui.EmptyState;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.materialdesign2.MaterialDesignK;

import java.util.List;
import java.util.Optional;

/** The keys of an unlocked vault, and a line to make another. */
final class KeyTablePane extends VBox {

    private final TableView<VaultKey> table = new TableView<>();
    private final TextField name = new TextField();
    private final ComboBox<SignatureAlgorithm> signature = new ComboBox<>();
    private final ComboBox<HashAlgorithm> hash = new ComboBox<>();

    KeyTablePane(KeysViewModel model, Words words) {
        super(12);
        table.setId("keys-table");
        table.setItems(model.keys());
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setPlaceholder(
                new EmptyState(
                        MaterialDesignK.KEY_OUTLINE,
                        words.say("vault.none"),
                        words.say("vault.none.why")));
        table.getColumns()
                .setAll(
                        List.of(
                                Column.<VaultKey, String>of(
                                                words.say("vault.column.name"), VaultKey::name)
                                        .width(140, 220)
                                        .build(),
                                Column.<VaultKey, String>of(
                                                words.say("vault.column.network"),
                                                VaultKey::network)
                                        .width(110, 140)
                                        .build(),
                                Column.<VaultKey, String>of(
                                                words.say("vault.column.algorithms"),
                                                key ->
                                                        key.publicKey().algorithm()
                                                                + ", "
                                                                + key.hash())
                                        .width(180, 240)
                                        .build(),
                                Column.<VaultKey, String>of(
                                                words.say("vault.column.account"),
                                                key -> account(key, words))
                                        .width(170, 240)
                                        .build(),
                                Column.<VaultKey, String>of(
                                                words.say("vault.column.publicKey"),
                                                key -> key.publicKey().hex())
                                        .written(Formats::shortId)
                                        .tooltip(key -> key.publicKey().hex())
                                        .mono()
                                        .width(140, 240)
                                        .build()));
        VBox.setVgrow(table, Priority.ALWAYS);
        name.setId("keys-name");
        name.setPromptText(words.say("vault.column.name"));
        signature
                .getItems()
                .setAll(SignatureAlgorithm.ECDSA_P256, SignatureAlgorithm.ECDSA_SECP256K1);
        signature.setValue(SignatureAlgorithm.ECDSA_P256);
        hash.getItems().setAll(HashAlgorithm.SHA3_256, HashAlgorithm.SHA2_256);
        hash.setValue(HashAlgorithm.SHA3_256);
        Button make = new Button(words.say("vault.makeKey", "network", model.network()));
        make.setId("keys-make");
        make.disableProperty().bind(name.textProperty().map(String::isBlank));
        make.setOnAction(
                _ -> {
                    model.make(name.getText().strip(), signature.getValue(), hash.getValue());
                    name.clear();
                });
        HBox line = new HBox(8, name, signature, hash, make);
        line.setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("epoch-card");
        getChildren().addAll(table, line);
    }

    Optional<String> selectedPublicKey() {
        return Optional.ofNullable(table.getSelectionModel().getSelectedItem())
                .map(key -> key.publicKey().hex());
    }

    private static String account(VaultKey key, Words words) {
        return key.address().isEmpty()
                ? words.say("vault.noAccount")
                : words.say(
                        "vault.onAccount",
                        "address",
                        "0x" + key.address(),
                        "index",
                        key.keyIndex());
    }
}
