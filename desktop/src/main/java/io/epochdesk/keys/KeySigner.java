package io.epochdesk.keys;

/**
 * Signs with a private key that somebody else owns and wipes.
 *
 * @param network chain ID of the only network it signs for
 * @param key the key; of no use once it is closed
 * @param hash what messages are hashed with
 */
public record KeySigner(String network, AccountPrivateKey key, HashAlgorithm hash)
        implements AccountSigner {

    @Override
    public AccountPublicKey publicKey() {
        return key.publicKey();
    }

    @Override
    public byte[] sign(byte[] message) {
        DomainTag.requireBefore(message);
        return key.sign(hash, message);
    }

    @Override
    public String toString() {
        return "signer of " + key.publicKey();
    }
}
