package io.epochdesk.doctor;

import io.epochdesk.keys.AccountSigner;

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

    /** It may be in the vault, which is locked. */
    record VaultLocked() implements KeyCustody {}

    /**
     * The operator says that it is kept where this console does not see it. It counts only when the
     * chain shows that it has been used.
     *
     * @param keyIndex index of the key that the node uses
     */
    record Elsewhere(int keyIndex) implements KeyCustody {}

    /** Nobody said. */
    record Unseen() implements KeyCustody {}
}
