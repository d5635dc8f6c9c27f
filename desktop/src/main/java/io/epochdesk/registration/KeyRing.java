package io.epochdesk.registration;

import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.keys.AccountSigner;

/**
 * Where private keys are, such as the vault after its password was asked for again. It is asked
 * only when nothing else stands in the way of signing.
 */
@FunctionalInterface
public interface KeyRing {

    /**
     * The signer for a key of an account.
     *
     * @param network chain ID of the network that is to be signed for
     * @throws io.epochdesk.fault.FaultException when it is not here, or not to be had now
     */
    AccountSigner signer(String network, FlowAddress account, int keyIndex);
}
