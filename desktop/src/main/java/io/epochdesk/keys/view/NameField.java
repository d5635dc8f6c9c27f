package io.epochdesk.keys.view;

import io.epochdesk.keys.vault.VaultKey;
import io.epochdesk.text.Words;
import io.epochdesk.ui.Field;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.control.TextField;

import java.util.List;
import java.util.Optional;

/** Asks for the name of a key, and says at once why something cannot be one. */
final class NameField {

    private final TextField text = new TextField();
    private final Field field;
    private final List<VaultKey> keys;
    private final Words words;
    private final ReadOnlyBooleanWrapper usable = new ReadOnlyBooleanWrapper();

    /**
     * A field.
     *
     * @param keys those that have names already
     */
    NameField(String id, List<VaultKey> keys, Words words) {
        this.keys = keys;
        this.words = words;
        text.setId(id);
        field = new Field(words.say("vault.column.name"), text);
        text.textProperty().subscribe(_ -> check());
    }

    Field field() {
        return field;
    }

    TextField text() {
        return text;
    }

    /** What is typed, without white space around it. */
    String name() {
        return text.getText().strip();
    }

    /** Whether it can be a name, and no other key has it. */
    ReadOnlyBooleanProperty usable() {
        return usable.getReadOnlyProperty();
    }

    private void check() {
        String name = name();
        Optional<String> problem =
                name.length() > VaultKey.LONGEST_NAME
                        ? Optional.of(words.say("vault.name.long", "most", VaultKey.LONGEST_NAME))
                        : keys.stream().anyMatch(key -> key.name().equals(name))
                                ? Optional.of(words.say("vault.name.taken"))
                                : Optional.empty();
        field.check(problem);
        usable.set(!name.isEmpty() && problem.isEmpty());
    }
}
