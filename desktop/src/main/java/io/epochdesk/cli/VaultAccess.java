package io.epochdesk.cli;

import io.epochdesk.keys.vault.VaultDoor;

/**
 * What commands need to work with the vault.
 *
 * @param door where it is, and what unlocking takes
 * @param prompt asks for passwords
 */
public record VaultAccess(VaultDoor door, PasswordPrompt prompt) {}
