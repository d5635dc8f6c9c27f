package io.epochdesk.cli;

import io.epochdesk.cadence.AddressSpace;
import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.fault.VaultFault;

/** Makes sure that a key is not bound to one network and assigned to an account of another. */
final class AccountOfNetwork {

    private AccountOfNetwork() {}

    /**
     * Lets an address pass that the network could give out.
     *
     * @throws io.epochdesk.fault.FaultException when it could not
     */
    static void require(String network, FlowAddress address) {
        if (!AddressSpace.of(network).has(address)) {
            throw VaultFault.of(
                    VaultFault.Kind.ADDRESS_ELSEWHERE,
                    "",
                    "address",
                    address.toString(),
                    "network",
                    network);
        }
    }
}
