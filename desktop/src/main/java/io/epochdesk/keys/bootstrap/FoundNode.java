package io.epochdesk.keys.bootstrap;

import io.epochdesk.keys.AccountPrivateKey;

import org.jspecify.annotations.Nullable;

/**
 * What a bootstrap folder has of one node.
 *
 * @param nodeId 64 hex digits
 * @param info what everybody may know; null when there is no file of it
 * @param key the machine account's key, from whichever file has it; null when none has
 * @param account the machine account; null before registration
 */
public record FoundNode(
        String nodeId,
        @Nullable PublicNodeInfo info,
        @Nullable AccountPrivateKey key,
        @Nullable MachineAccountInfo account)
        implements AutoCloseable {

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
