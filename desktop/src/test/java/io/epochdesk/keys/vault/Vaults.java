package io.epochdesk.keys.vault;

import io.epochdesk.keys.HashAlgorithm;
import io.epochdesk.keys.SignatureAlgorithm;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.function.Consumer;

/** Vaults for tests, with a derivation that costs nothing. */
final class Vaults {

    static final String PASSWORD = "correct horse";
    static final String OTHER_PASSWORD = "battery staple";
    static final Instant NOW = Instant.ofEpochSecond(1_790_000_000L);
    private static final SecureRandom RANDOM = new SecureRandom();

    private Vaults() {}

    static Vault create(VaultStore store) {
        return Vault.create(
                store,
                new QuickDerivation(),
                KdfParameters.LEAST,
                RANDOM::nextBytes,
                password(PASSWORD));
    }

    static Consumer<byte[]> random() {
        return RANDOM::nextBytes;
    }

    static Vault unlock(VaultStore store, String password) {
        return Vault.unlock(store, new QuickDerivation(), RANDOM::nextBytes, password(password));
    }

    static Password password(String text) {
        return new Password(text.toCharArray());
    }

    static VaultKey make(Vault vault, String name) {
        return vault.make(SignatureAlgorithm.ECDSA_P256, details(name));
    }

    static KeyDetails details(String name) {
        return new KeyDetails(name, "flow-emulator", HashAlgorithm.SHA3_256, "", 0, NOW);
    }
}
