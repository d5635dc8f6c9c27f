package io.epochdesk.keys.view;

import io.epochdesk.keys.SignatureAlgorithm;
import io.epochdesk.keys.bootstrap.KeyExport.Form;
import io.epochdesk.keys.vault.VaultKey;
import io.epochdesk.text.Words;
import io.epochdesk.ui.Field;
import io.epochdesk.ui.PathField;
import io.epochdesk.ui.SecretField;

import javafx.beans.binding.Bindings;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.nio.file.Path;
import java.util.List;

/** Where a key is written as a file of the node, and the password once more. */
final class ExportForm {

    private final KeysViewModel model;
    private final Words words;
    private final VaultKey key;
    private final RadioButton account = new RadioButton();
    private final RadioButton alone = new RadioButton();
    private final PathField to;
    private final CheckBox replace = new CheckBox();
    private final SecretField password;

    ExportForm(KeysViewModel model, Words words, VaultKey key) {
        this.model = model;
        this.words = words;
        this.key = key;
        ToggleGroup forms = new ToggleGroup();
        account.setToggleGroup(forms);
        account.setId("export-account");
        account.setText(words.say("vault.export.ACCOUNT"));
        account.setDisable(key.address().isEmpty());
        for (Labeled wrapped : List.of(account, alone, replace)) {
            wrapped.setWrapText(true);
            wrapped.setMinHeight(Region.USE_PREF_SIZE);
        }
        alone.setToggleGroup(forms);
        alone.setId("export-key");
        alone.setText(words.say("vault.export.KEY"));
        alone.setDisable(key.publicKey().algorithm() != SignatureAlgorithm.ECDSA_P256);
        to = new PathField(PathField.Kind.SAVE, "export-to", words.say("vault.export.to"), words);
        replace.setId("export-replace");
        replace.setText(words.say("vault.export.replace"));
        replace.managedProperty().bind(replace.visibleProperty());
        password = new SecretField(words.say("vault.ask.password"));
        password.setId("export-password");
        (key.address().isEmpty() ? alone : account).setSelected(true);
        forms.selectedToggleProperty().subscribe(_ -> to.show(suggested()));
        replace.setVisible(false);
        to.text().textProperty().subscribe(_ -> lookThere());
    }

    ActForm form() {
        return ActForm.of(
                ActForm.fields(
                        words.say("vault.export.explained"),
                        new VBox(8, account, alone),
                        ActForm.helped(
                                new Field(words.say("vault.export.to"), to, to.text()),
                                words.say("vault.export.to.help")),
                        replace,
                        new Field(words.say("vault.ask.password"), password)),
                words.say("vault.export.act"),
                Bindings.createBooleanBinding(
                        this::isReady,
                        to.text().textProperty(),
                        replace.selectedProperty(),
                        replace.visibleProperty(),
                        password.lengthProperty(),
                        account.selectedProperty()),
                password::requestFocus,
                this::run,
                password::clear);
    }

    private boolean isReady() {
        boolean fits = account.isSelected() ? !account.isDisabled() : !alone.isDisabled();
        return fits
                && !password.isEmpty()
                && to.path().isPresent()
                && (!replace.isVisible() || replace.isSelected());
    }

    private void run(ActForm.End end) {
        Path file = to.path().orElseThrow();
        boolean over = replace.isSelected();
        Form form = chosen();
        char[] typed = password.take();
        model.act(
                "exporting a key",
                () -> model.acts().export(key, form, file, over, typed),
                kept ->
                        end.done()
                                .accept(
                                        words.say(
                                                        "vault.exported",
                                                        "name",
                                                        key.name(),
                                                        "file",
                                                        file.toString())
                                                + kept.map(
                                                                old ->
                                                                        "\n"
                                                                                + words.say(
                                                                                        "vault.kept",
                                                                                        "file",
                                                                                        old
                                                                                                .toString()))
                                                        .orElse("")),
                end.failed());
    }

    private Form chosen() {
        return account.isSelected() ? Form.ACCOUNT : Form.KEY;
    }

    /** Beside the file that has the key already, never its own name while that is taken. */
    private Path suggested() {
        Path known = Path.of(key.file());
        Path folder = known.getParent();
        return folder == null
                ? model.home().resolve(chosen().fileName())
                : folder.resolve(chosen().fileName() + ".new");
    }

    private void lookThere() {
        replace.setVisible(false);
        replace.setSelected(false);
        to.path()
                .ifPresent(
                        path ->
                                model.isThere(
                                        path,
                                        there ->
                                                replace.setVisible(
                                                        there
                                                                && to.path()
                                                                        .filter(path::equals)
                                                                        .isPresent())));
    }
}
