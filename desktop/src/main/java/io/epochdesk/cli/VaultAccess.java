package io.epochdesk.cli;

import io.epochdesk.keys.vault.VaultDoor;

import java.nio.file.Path;

/**
 * What commands need to work with the vault.
 *
 * @param door where it is, and what unlocking takes
 * @param prompt asks for passwords
 */
public record VaultAccess(VaultDoor door, PasswordPrompt prompt) {

    /** The vault of a data folder, and the terminal this process was started from. */
    public static VaultAccess of(Path data) {
        return new VaultAccess(VaultDoor.of(data), PasswordPrompt.terminal());
    }
}
