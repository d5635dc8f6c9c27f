package io.epochdesk.keys.vault;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Where a vault is and what unlocking it takes. Everything that derives a key takes about a second.
 *
 * @param store where it is
 * @param derivation makes its key from a password
 * @param cost what a derivation shall cost; measuring that takes seconds
 * @param random fills arrays with unpredictable bytes
 */
public record VaultDoor(
        VaultStore store,
        KeyDerivation derivation,
        Supplier<KdfParameters> cost,
        Consumer<byte[]> random) {

    /** The vault of a data folder, in its folder {@code keys}. */
    public static VaultDoor of(Path data) {
        Argon2id derivation = new Argon2id();
        return new VaultDoor(
                new VaultStore(data.resolve("keys")),
                derivation,
                derivation::calibrated,
                new SecureRandom()::nextBytes);
    }

    /**
     * Unlocks the vault.
     *
     * @throws io.epochdesk.fault.FaultException as {@link Vault#unlock} does
     */
    public Vault unlock(Password password) {
        return Vault.unlock(store, derivation, random, password);
    }

    /**
     * Makes a vault.
     *
     * @throws io.epochdesk.fault.FaultException as {@link Vault#create} does
     */
    public Vault create(Password password) {
        password.requireUsable();
        return Vault.create(store, derivation, cost.get(), random, password);
    }
}
