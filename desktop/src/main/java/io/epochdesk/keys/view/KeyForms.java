package io.epochdesk.keys.view;

import io.epochdesk.keys.AccountPrivateKey;
import io.epochdesk.keys.HashAlgorithm;
import io.epochdesk.keys.SignatureAlgorithm;
import io.epochdesk.keys.vault.VaultKey;
import io.epochdesk.text.Words;
import io.epochdesk.ui.Field;
import io.epochdesk.ui.Labels;
import io.epochdesk.ui.PathField;
import io.epochdesk.ui.SecretField;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

/** What is asked for before something is done with one key. */
final class KeyForms {

    private static final int DIGITS = 2 * AccountPrivateKey.LENGTH;

    private final KeysViewModel model;
    private final Words words;

    KeyForms(KeysViewModel model, Words words) {
        this.model = model;
        this.words = words;
    }

    /** A name and algorithms for a new key. */
    ActForm make() {
        NameField name = new NameField("make-name", model.keys(), words);
        AlgorithmFields algorithms = new AlgorithmFields(words);
        VBox root =
                ActForm.fields(
                        words.say("vault.make.explained", "network", model.network()),
                        name.field(),
                        algorithms.root());
        return ActForm.of(
                root,
                words.say("vault.make.act"),
                name.usable(),
                name.text()::requestFocus,
                end -> {
                    String typed = name.name();
                    SignatureAlgorithm signature = algorithms.signature();
                    HashAlgorithm hash = algorithms.hash();
                    model.act(
                            "making a key",
                            () -> model.acts().make(typed, signature, hash),
                            _ -> end.done().accept(""),
                            end.failed());
                },
                () -> {});
    }

    /** A key that is there already: its digits typed, or a file that has them. */
    ActForm take() {
        NameField name = new NameField("take-name", model.keys(), words);
        AlgorithmFields algorithms = new AlgorithmFields(words);
        SecretField digits = new SecretField(words.say("vault.take.digits"));
        digits.setId("take-digits");
        Label count = Labels.caption("");
        count.textProperty()
                .bind(
                        digits.lengthProperty()
                                .map(
                                        typed ->
                                                words.say(
                                                        "vault.take.count",
                                                        "typed",
                                                        typed,
                                                        "digits",
                                                        DIGITS)));
        PathField file =
                new PathField(
                        PathField.Kind.OPEN, "take-file", words.say("vault.take.file"), words);
        VBox root =
                ActForm.fields(
                        words.say("vault.take.explained", "network", model.network()),
                        name.field(),
                        new VBox(4, new Field(words.say("vault.take.digits"), digits), count),
                        ActForm.helped(
                                new Field(words.say("vault.take.file"), file, file.text()),
                                words.say("vault.take.file.help")),
                        algorithms.root());
        ObservableValue<Boolean> ready =
                Bindings.createBooleanBinding(
                        () -> name.usable().get() && digits.isEmpty() == file.path().isPresent(),
                        name.usable(),
                        digits.lengthProperty(),
                        file.text().textProperty());
        return ActForm.of(
                root,
                words.say("vault.take.act"),
                ready,
                name.text()::requestFocus,
                end -> {
                    String typed = name.name();
                    model.act(
                            "importing a key",
                            taking(typed, algorithms, digits, file.path()),
                            _ -> end.done().accept(""),
                            end.failed());
                },
                digits::clear);
    }

    private Callable<VaultKey> taking(
            String name, AlgorithmFields algorithms, SecretField digits, Optional<Path> file) {
        SignatureAlgorithm signature = algorithms.signature();
        HashAlgorithm hash = algorithms.hash();
        if (file.isPresent()) {
            return () -> model.acts().take(name, signature, hash, file.get());
        }
        char[] typed = digits.take();
        return () -> model.acts().take(name, signature, hash, typed);
    }

    /** Another name. */
    ActForm rename(VaultKey key) {
        NameField name =
                new NameField(
                        "rename-name",
                        model.keys().stream()
                                .filter(other -> !other.name().equals(key.name()))
                                .toList(),
                        words);
        name.text().setText(key.name());
        return ActForm.of(
                ActForm.fields(
                        words.say("vault.rename.explained", "name", key.name()), name.field()),
                words.say("vault.rename.act"),
                name.usable(),
                () -> {
                    name.text().requestFocus();
                    name.text().selectAll();
                },
                end -> {
                    String typed = name.name();
                    model.act(
                            "renaming a key",
                            () -> model.acts().rename(key, typed),
                            _ -> end.done().accept(""),
                            end.failed());
                },
                () -> {});
    }

    /** The account a key belongs to. */
    ActForm assign(VaultKey key) {
        TextField address = text("assign-address");
        address.setText(key.address().isEmpty() ? "" : "0x" + key.address());
        address.getStyleClass().add("text-mono");
        TextField index = text("assign-index");
        index.setText(Integer.toString(key.keyIndex()));
        Field addressField = new Field(words.say("vault.assign.address"), address);
        Field indexField = new Field(words.say("vault.assign.index"), index);
        address.textProperty().subscribe(typed -> addressField.check(wrong(typed, key)));
        index.textProperty()
                .subscribe(
                        typed ->
                                indexField.check(
                                        typed.isBlank() || AccountText.index(typed).isPresent()
                                                ? Optional.empty()
                                                : Optional.of(
                                                        words.say("vault.assign.index.wrong"))));
        return ActForm.of(
                ActForm.fields(
                        words.say("vault.assign.explained", "name", key.name()),
                        addressField,
                        ActForm.helped(indexField, words.say("vault.assign.index.help"))),
                words.say("vault.assign.act"),
                Bindings.createBooleanBinding(
                        () ->
                                !address.getText().isBlank()
                                        && wrong(address.getText(), key).isEmpty()
                                        && AccountText.index(index.getText()).isPresent(),
                        address.textProperty(),
                        index.textProperty()),
                address::requestFocus,
                end -> {
                    String account = AccountText.address(address.getText()).orElseThrow();
                    int place = AccountText.index(index.getText()).orElseThrow();
                    model.act(
                            "assigning a key",
                            () -> model.acts().assign(key, account, place),
                            _ -> end.done().accept(""),
                            end.failed());
                },
                () -> {});
    }

    private Optional<String> wrong(String typed, VaultKey key) {
        Optional<String> address = AccountText.address(typed);
        if (typed.isBlank()) {
            return Optional.empty();
        }
        return address.isEmpty()
                ? Optional.of(words.say("vault.assign.address.wrong"))
                : address.filter(account -> !AccountText.isOf(key.network(), account))
                        .map(
                                _ ->
                                        words.say(
                                                "vault.assign.address.elsewhere",
                                                "network",
                                                key.network()));
    }

    /** The key's name, typed, before it is destroyed. */
    ActForm destroy(VaultKey key) {
        TextField name = text("destroy-name");
        return ActForm.of(
                ActForm.fields(
                        key.address().isEmpty()
                                ? words.say("vault.destroy.explained", "name", key.name())
                                : words.say(
                                        "vault.destroy.account",
                                        "name",
                                        key.name(),
                                        "address",
                                        "0x" + key.address(),
                                        "index",
                                        key.keyIndex()),
                        new Field(words.say("vault.destroy.type", "name", key.name()), name)),
                words.say("vault.destroy.act"),
                name.textProperty().map(typed -> typed.strip().equals(key.name())),
                name::requestFocus,
                end ->
                        model.act(
                                "destroying a key",
                                () -> {
                                    model.acts().destroy(key);
                                    return key;
                                },
                                _ ->
                                        end.done()
                                                .accept(
                                                        words.say(
                                                                "vault.destroyed",
                                                                "name",
                                                                key.name())),
                                end.failed()),
                () -> {});
    }

    private static TextField text(String id) {
        TextField field = new TextField();
        field.setId(id);
        return field;
    }
}
