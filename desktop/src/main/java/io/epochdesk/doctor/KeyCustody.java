package io.epochdesk.doctor;

import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.keys.AccountSigner;

import java.util.List;
import java.util.function.Function;

/** Where the key of a node's machine account is, as far as this console is concerned. */
public sealed interface KeyCustody {

    /**
     * It is at hand.
     *
     * @param signer signs with it; the doctor has one message of its own signed and sends nothing
     * @param keyIndex index of the key that the node uses
     * @param place the file, or the key's name in the vault
     */
    record AtHand(AccountSigner signer, int keyIndex, String place) implements KeyCustody {}

    /**
     * Keys of an unlocked vault, to be looked through once the machine account is known.
     *
     * @param keys the keys of an account, in no particular order
     */
    record Keyring(Function<FlowAddress, List<AtHand>> keys) implements KeyCustody {}

    /** It may be in the vault, which is locked. */
    record VaultLocked() implements KeyCustody {}

    /**
     * The operator says that it is kept where this console does not see it. It counts only when the
     * chain shows that it has been used.
     */
    record Elsewhere() implements KeyCustody {}

    /** Nobody said. */
    record Unseen() implements KeyCustody {}
}
