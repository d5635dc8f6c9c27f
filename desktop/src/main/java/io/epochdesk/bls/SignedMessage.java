package io.epochdesk.bls;

/**
 * A claim to be checked: that this key signed this message.
 *
 * @param key the key said to have signed
 * @param message what is said to be signed; not to be changed afterwards
 * @param tag the use the signature is for
 * @param signature the signature
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, only checked
public record SignedMessage(
        BlsPublicKey key, byte[] message, DomainTag tag, BlsSignature signature) {

    /** Checks this one alone. */
    public boolean holds() {
        return key.verifies(signature, message, tag);
    }
}
