package io.epochdesk.registration;

import io.epochdesk.fault.FaultException;
import io.epochdesk.fault.TransactionFault;
import io.epochdesk.network.ChainIdentity;

/**
 * The network a flow belongs to, for good: it is neither resumed nor signed nor sent on another,
 * whatever that one calls itself.
 *
 * @param profile the profile's id
 * @param chain chain ID
 * @param rootBlock ID of the root block of the spork, 64 hex digits
 */
public record Binding(String profile, String chain, String rootBlock) {

    static Binding of(ChainIdentity identity) {
        return new Binding(identity.profile(), identity.chain().value(), identity.rootBlock());
    }

    /**
     * Makes sure that a network is the one.
     *
     * @throws FaultException with {@code TXN-802} when it is another
     */
    void require(ChainIdentity identity) {
        Binding open = of(identity);
        if (!equals(open)) {
            throw TransactionFault.of(
                    TransactionFault.Kind.OTHER_NETWORK,
                    "made for " + rootBlock + ", open is " + open.rootBlock,
                    "made",
                    toString(),
                    "open",
                    open.toString());
        }
    }

    /** Profile, chain, and the beginning of the root block's ID. */
    @Override
    public String toString() {
        return "%s (%s, root %s…)"
                .formatted(profile, chain, rootBlock.substring(0, Math.min(8, rootBlock.length())));
    }
}
