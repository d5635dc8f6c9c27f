package io.epochdesk.conformance;

import org.onflow.sdk.FlowAddress;
import org.onflow.sdk.HashAlgorithm;
import org.onflow.sdk.SignatureAlgorithm;
import org.onflow.sdk.Signer;
import org.onflow.sdk.crypto.Crypto;

import java.util.List;

/**
 * An account with its private keys (P-256, for SHA3-256) in the order of their indices.
 *
 * @param address sixteen hex digits
 * @param keys 64 hex digits each
 */
record Actor(String address, List<String> keys) {

    /** An account with one key. */
    static Actor of(String address, String key) {
        return new Actor(address, List.of(key));
    }

    FlowAddress flowAddress() {
        return new FlowAddress(address);
    }

    Signer signer(int key) {
        return Crypto.getSigner(
                Crypto.decodePrivateKey(keys.get(key), SignatureAlgorithm.ECDSA_P256),
                HashAlgorithm.SHA3_256);
    }
}
