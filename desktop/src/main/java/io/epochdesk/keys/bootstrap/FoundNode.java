package io.epochdesk.keys.bootstrap;

import io.epochdesk.keys.AccountPrivateKey;
import io.epochdesk.keys.HashAlgorithm;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/**
 * What a bootstrap folder has of one node.
 *
 * @param nodeId 64 hex digits
 * @param info what everybody may know; null when there is no file of it
 * @param key the machine account's key, from whichever file has it; null when none has
 * @param account the machine account; null before registration
 * @param file where the key was found, the account's file before the key's own; empty when there is
 *     none
 */
public record FoundNode(
        String nodeId,
        @Nullable PublicNodeInfo info,
        @Nullable AccountPrivateKey key,
        @Nullable MachineAccountInfo account,
        String file)
        implements AutoCloseable {

    /** The key to be imported, the account's before the key's own; empty when there is none. */
    public Optional<OfferedKey> offer() {
        String name = (info == null ? "node" : info.role()) + "-" + nodeId.substring(0, 8);
        if (account != null) {
            return Optional.of(
                    new OfferedKey(
                            name,
                            account.key(),
                            account.hash(),
                            account.address(),
                            account.keyIndex(),
                            file));
        }
        return Optional.ofNullable(key)
                .map(own -> new OfferedKey(name, own, HashAlgorithm.SHA3_256, "", 0, file));
    }

    /** Wipes the keys. */
    @Override
    public void close() {
        if (key != null) {
            key.close();
        }
        if (account != null) {
            account.close();
        }
    }

    @Override
    public String toString() {
        return "node " + nodeId;
    }
}
