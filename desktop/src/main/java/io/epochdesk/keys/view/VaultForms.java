package io.epochdesk.keys.view;

import io.epochdesk.keys.vault.Password;
import io.epochdesk.text.Words;
import io.epochdesk.ui.Field;
import io.epochdesk.ui.PathField;
import io.epochdesk.ui.SecretField;

import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;

import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;

/** What is asked for before something is done with the vault as a whole. */
final class VaultForms {

    private final KeysViewModel model;
    private final Words words;

    VaultForms(KeysViewModel model, Words words) {
        this.model = model;
        this.words = words;
    }

    /** Another password. */
    ActForm password() {
        SecretField present = secret("passwd-present", "vault.ask.password");
        SecretField next = secret("passwd-next", "vault.ask.new");
        SecretField again = secret("passwd-again", "vault.ask.again");
        return ActForm.of(
                ActForm.fields(
                        words.say("vault.passwd.explained", "least", Password.LEAST),
                        new Field(words.say("vault.ask.password"), present),
                        new Field(words.say("vault.ask.new"), next),
                        new Field(words.say("vault.ask.again"), again)),
                words.say("vault.passwd.act"),
                when(
                        () -> !present.isEmpty() && isLong(next) && isLong(again),
                        present.lengthProperty(),
                        next.lengthProperty(),
                        again.lengthProperty()),
                present::requestFocus,
                end -> {
                    char[] old = present.take();
                    char[] fresh = next.take();
                    char[] twice = again.take();
                    model.act(
                            "changing the password of the vault",
                            () -> {
                                model.acts().changePassword(old, fresh, twice);
                                return true;
                            },
                            _ -> end.done().accept(words.say("vault.passwordChanged")),
                            end.failed());
                },
                () -> List.of(present, next, again).forEach(SecretField::clear));
    }

    /** Where a backup is written, and its password. */
    ActForm backUp() {
        PathField to = path(PathField.Kind.SAVE, "backup-to", "vault.backup.to");
        to.show(model.home().resolve("epochdesk-keys-" + model.today() + ".vault"));
        SecretField next = secret("backup-password", "vault.ask.newBackup");
        SecretField again = secret("backup-again", "vault.ask.again");
        return ActForm.of(
                ActForm.fields(
                        words.say("vault.backup.explained"),
                        new Field(words.say("vault.backup.to"), to, to.text()),
                        new Field(words.say("vault.ask.newBackup"), next),
                        new Field(words.say("vault.ask.again"), again)),
                words.say("vault.backup.act"),
                when(
                        () -> to.path().isPresent() && isLong(next) && isLong(again),
                        to.text().textProperty(),
                        next.lengthProperty(),
                        again.lengthProperty()),
                next::requestFocus,
                end -> {
                    Path file = to.path().orElseThrow();
                    char[] typed = next.take();
                    char[] twice = again.take();
                    model.act(
                            "backing the vault up",
                            () -> model.acts().backUp(file, typed, twice),
                            proved ->
                                    end.done()
                                            .accept(
                                                    words.say(
                                                                    "vault.backedUp",
                                                                    "file",
                                                                    file.toString())
                                                            + "\n"
                                                            + words.count("vault.proved", proved)),
                            end.failed());
                },
                () -> List.of(next, again).forEach(SecretField::clear));
    }

    /** A backup and its password, to be proved. */
    ActForm drill() {
        PathField file = path(PathField.Kind.OPEN, "drill-file", "vault.backup.file");
        SecretField password = secret("drill-password", "vault.ask.backup");
        return ActForm.of(
                ActForm.fields(
                        words.say("vault.drill.explained"),
                        new Field(words.say("vault.backup.file"), file, file.text()),
                        new Field(words.say("vault.ask.backup"), password)),
                words.say("vault.drill.act"),
                chosen(file, password),
                file.text()::requestFocus,
                end -> {
                    Path backup = file.path().orElseThrow();
                    char[] typed = password.take();
                    model.act(
                            "proving a backup",
                            () -> model.acts().drill(backup, typed),
                            proved -> end.done().accept(words.count("vault.proved", proved)),
                            end.failed());
                },
                password::clear);
    }

    /** A backup and its password, to be taken over. */
    ActForm restore() {
        PathField file = path(PathField.Kind.OPEN, "restore-file", "vault.backup.file");
        SecretField password = secret("restore-password", "vault.ask.backup");
        return ActForm.of(
                ActForm.fields(
                        words.say(
                                model.practice() == null
                                        ? "vault.restore.explained"
                                        : "vault.restore.rehearsal"),
                        new Field(words.say("vault.backup.file"), file, file.text()),
                        new Field(words.say("vault.ask.backup"), password)),
                words.say("vault.restore.act"),
                chosen(file, password),
                file.text()::requestFocus,
                end -> {
                    Path backup = file.path().orElseThrow();
                    char[] typed = password.take();
                    model.act(
                            "restoring keys",
                            () -> model.acts().restore(backup, typed),
                            keys -> end.done().accept(words.count("vault.restored", keys.size())),
                            end.failed());
                },
                password::clear);
    }

    private ObservableValue<Boolean> chosen(PathField file, SecretField password) {
        return when(
                () -> file.path().isPresent() && !password.isEmpty(),
                file.text().textProperty(),
                password.lengthProperty());
    }

    private static ObservableValue<Boolean> when(BooleanSupplier holds, Observable... watched) {
        return Bindings.createBooleanBinding(holds::getAsBoolean, watched);
    }

    private static boolean isLong(SecretField field) {
        return field.lengthProperty().get() >= Password.LEAST;
    }

    private SecretField secret(String id, String key) {
        SecretField field = new SecretField(words.say(key));
        field.setId(id);
        return field;
    }

    private PathField path(PathField.Kind kind, String id, String key) {
        return new PathField(kind, id, words.say(key), words);
    }
}
