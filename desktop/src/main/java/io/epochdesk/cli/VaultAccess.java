package io.epochdesk.cli;

import io.epochdesk.keys.vault.Argon2id;
import io.epochdesk.keys.vault.KdfParameters;
import io.epochdesk.keys.vault.KeyDerivation;
import io.epochdesk.keys.vault.VaultStore;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What commands need to work with the vault.
 *
 * @param store where it is
 * @param derivation makes its key from a password
 * @param cost what a derivation shall cost; measuring that takes seconds
 * @param random fills arrays with unpredictable bytes
 * @param prompt asks for passwords
 */
public record VaultAccess(
        VaultStore store,
        KeyDerivation derivation,
        Supplier<KdfParameters> cost,
        Consumer<byte[]> random,
        PasswordPrompt prompt) {

    /** The vault of a data folder, and the terminal this process was started from. */
    public static VaultAccess of(Path data) {
        Argon2id derivation = new Argon2id();
        return new VaultAccess(
                new VaultStore(data.resolve("keys")),
                derivation,
                derivation::calibrated,
                new SecureRandom()::nextBytes,
                PasswordPrompt.terminal());
    }
}
