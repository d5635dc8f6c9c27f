package io.epochdesk.keys.vault;

import io.epochdesk.keys.AccountPublicKey;
import io.epochdesk.keys.HashAlgorithm;

import java.time.Instant;

/**
 * What is said of a key when it comes into the vault.
 *
 * @param name what the operator calls it
 * @param network chain ID of the only network it will sign for
 * @param hash what its account hashes with
 * @param address 16 hex digits of the account, or empty while it has none
 * @param keyIndex index of the key on that account
 * @param created now
 * @param file the file of the node software that has it, or empty; one with a longer path than
 *     {@link VaultKey#LONGEST_FILE} is not noted
 */
public record KeyDetails(
        String name,
        String network,
        HashAlgorithm hash,
        String address,
        int keyIndex,
        Instant created,
        String file) {

    /** A key that lies in no file. */
    public KeyDetails(
            String name,
            String network,
            HashAlgorithm hash,
            String address,
            int keyIndex,
            Instant created) {
        this(name, network, hash, address, keyIndex, created, "");
    }

    VaultKey of(AccountPublicKey key) {
        return new VaultKey(
                name, network, hash, address, keyIndex, created, VaultKey.noted(file), key);
    }
}
