package io.epochdesk.accounts;

import io.epochdesk.keys.HashAlgorithm;
import io.epochdesk.keys.SignatureAlgorithm;

/**
 * A public key of an account, as Cadence's {@code AccountKey} tells it.
 *
 * @param index its own index; keys stay where they are when others are revoked
 * @param publicKey 128 lower-case hex digits, x then y
 * @param signatureAlgorithm what it signs with
 * @param hashAlgorithm what messages are hashed with
 * @param weight 0 to 1000; 1000 in all are needed to sign
 * @param revoked whether it signs no more, for good
 */
public record OnChainKey(
        int index,
        String publicKey,
        SignatureAlgorithm signatureAlgorithm,
        HashAlgorithm hashAlgorithm,
        int weight,
        boolean revoked) {

    /** The weight that signs alone. */
    public static final int FULL_WEIGHT = 1000;

    /** Whether it can sign transactions without another key. */
    public boolean signsAlone() {
        return !revoked && weight >= FULL_WEIGHT;
    }
}
