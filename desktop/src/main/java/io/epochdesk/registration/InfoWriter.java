package io.epochdesk.registration;

import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.keys.AccountPublicKey;

import java.nio.file.Path;

/**
 * Writes the file {@code node-machine-account-info.priv.json} for a node, from wherever the private
 * key is; see {@link io.epochdesk.keys.bootstrap.KeyExport}.
 */
@FunctionalInterface
public interface InfoWriter {

    /**
     * Writes it.
     *
     * @param account the machine account
     * @param keyIndex index of the key the node shall use
     * @param key that key's public half, to be written for no other
     * @return the file
     * @throws io.epochdesk.fault.FaultException when it is not at hand, or cannot be written
     */
    Path write(FlowAddress account, int keyIndex, AccountPublicKey key);
}
