package io.epochdesk.keys.vault;

import io.epochdesk.keys.AccountPrivateKey;

/**
 * A key with its private half.
 *
 * @param facts what may be known
 * @param secret the private half, owned by the vault
 */
record StoredKey(VaultKey facts, AccountPrivateKey secret) {

    StoredKey with(VaultKey other) {
        return new StoredKey(other, secret);
    }
}
