package io.epochdesk.keys.vault;

import io.epochdesk.keys.AccountPublicKey;
import io.epochdesk.keys.AccountSigner;
import io.epochdesk.keys.DomainTag;
import io.epochdesk.keys.HashAlgorithm;

/**
 * Signs with a key of a vault while that is unlocked; holds no secret itself.
 *
 * @param vault where the key is
 * @param key which one
 */
record VaultSigner(Vault vault, VaultKey key) implements AccountSigner {

    @Override
    public String network() {
        return key.network();
    }

    @Override
    public AccountPublicKey publicKey() {
        return key.publicKey();
    }

    @Override
    public HashAlgorithm hash() {
        return key.hash();
    }

    @Override
    public byte[] sign(byte[] message) {
        DomainTag.requireBefore(message);
        return vault.sign(key, message);
    }
}
