package io.epochdesk.keys.bootstrap;

import io.epochdesk.keys.AccountPrivateKey;
import io.epochdesk.keys.HashAlgorithm;

/**
 * The key of a node's machine account, as its files give it to be imported.
 *
 * @param name what to call it unless the operator knows better, such as {@code collection-f70e8fbf}
 * @param key the key; it stays the folder's
 * @param hash what its account hashes with
 * @param address 16 hex digits of the account, or empty before registration
 * @param keyIndex index of the key on that account
 * @param file where it was found
 */
public record OfferedKey(
        String name,
        AccountPrivateKey key,
        HashAlgorithm hash,
        String address,
        int keyIndex,
        String file) {}
