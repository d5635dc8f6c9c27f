package io.epochdesk.keys;

/**
 * Signs for one key of an account, wherever the private half may be: in the vault, on another
 * machine or in a device.
 */
public interface AccountSigner {

    /** Chain ID of the only network it signs for. */
    String network();

    /** The public half. */
    AccountPublicKey publicKey();

    /** What messages are hashed with. */
    HashAlgorithm hash();

    /**
     * Signs a message.
     *
     * @param message all that is signed, with its {@link DomainTag} before it
     * @return 64 bytes, r then s
     * @throws io.epochdesk.fault.FaultException when the key cannot be used now
     * @throws IllegalArgumentException when the message begins with no domain tag
     */
    byte[] sign(byte[] message);
}
