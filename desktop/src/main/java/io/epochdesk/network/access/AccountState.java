package io.epochdesk.network.access;

import io.epochdesk.cadence.FlowAddress;

import java.util.List;

/**
 * An account at the newest sealed block.
 *
 * @param address its address
 * @param balance in units of 0.00000001 FLOW
 * @param keys all keys, revoked ones too
 */
record AccountState(FlowAddress address, long balance, List<Key> keys) {
    AccountState {
        keys = List.copyOf(keys);
    }

    /**
     * A key of the account; algorithms are numbered as in flow-go, not as in Cadence.
     *
     * @param index its position
     * @param publicKey hex digits, x then y
     * @param signatureAlgorithm 2 is ECDSA_P256, 3 is ECDSA_secp256k1
     * @param hashAlgorithm 1 is SHA2_256, 3 is SHA3_256
     * @param weight 1000 signs alone
     * @param sequenceNumber of the next transaction it proposes
     * @param revoked whether it signs no more
     */
    record Key(
            int index,
            String publicKey,
            int signatureAlgorithm,
            int hashAlgorithm,
            int weight,
            long sequenceNumber,
            boolean revoked) {}
}
