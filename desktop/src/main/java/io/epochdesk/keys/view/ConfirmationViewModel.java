package io.epochdesk.keys.view;

import io.epochdesk.fault.Fault;
import io.epochdesk.keys.vault.Password;
import io.epochdesk.keys.vault.Vault;
import io.epochdesk.keys.vault.VaultDoor;
import io.epochdesk.keys.vault.VaultSession;
import io.epochdesk.ui.FxTasks;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import java.util.function.Consumer;

/** Asks for the vault's password before something is signed, whether it is unlocked or not. */
public final class ConfirmationViewModel {

    private final VaultDoor door;
    private final VaultSession session;
    private final FxTasks tasks;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Fault> fault = new ReadOnlyObjectWrapper<>();

    /**
     * A question about the vault behind this door.
     *
     * @param session holds the vault while it is unlocked
     */
    public ConfirmationViewModel(VaultDoor door, VaultSession session, FxTasks tasks) {
        this.door = door;
        this.session = session;
        this.tasks = tasks;
    }

    /** Whether a password is being tried. */
    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /** Why the last password was not taken, or null. */
    public ReadOnlyObjectProperty<@Nullable Fault> fault() {
        return fault.getReadOnlyProperty();
    }

    /**
     * Tries what was typed, which is wiped; takes about a second in the background.
     *
     * @param confirmed told the unlocked vault on the FX thread when the password is right
     */
    public void confirm(char[] typed, Consumer<? super Vault> confirmed) {
        busy.set(true);
        fault.set(null);
        tasks.start(
                "asking for the password of the vault",
                () -> {
                    try (Password password = new Password(typed)) {
                        return session.confirm(door, password);
                    }
                },
                vault -> {
                    busy.set(false);
                    confirmed.accept(vault);
                },
                failure -> {
                    busy.set(false);
                    fault.set(failure);
                });
    }

    /** Forgets why the last password was not taken. */
    public void forget() {
        fault.set(null);
    }
}
