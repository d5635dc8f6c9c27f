package io.epochdesk.keys.view;

import io.epochdesk.keys.HashAlgorithm;
import io.epochdesk.keys.vault.KdfParameters;
import io.epochdesk.keys.vault.KeyDetails;
import io.epochdesk.keys.vault.Password;
import io.epochdesk.keys.vault.VaultDoor;
import io.epochdesk.keys.vault.VaultStore;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;

/**
 * A real vault whose derivation costs nothing.
 *
 * @param folder a folder of its own
 */
record TrialVault(Path folder) {

    static final String PASSWORD = "password";

    VaultDoor door() {
        return new VaultDoor(
                new VaultStore(folder.resolve("keys")),
                (_, password, salt) -> HashAlgorithm.SHA2_256.of(salt, password),
                () -> KdfParameters.LEAST,
                new SecureRandom()::nextBytes);
    }

    static KeyDetails details(String name, String network) {
        return new KeyDetails(name, network, HashAlgorithm.SHA3_256, "", 0, Instant.EPOCH);
    }

    Password password() {
        return new Password(PASSWORD.toCharArray());
    }
}
