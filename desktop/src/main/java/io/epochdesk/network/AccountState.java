package io.epochdesk.network;

import io.epochdesk.cadence.FlowAddress;

import java.util.List;
import java.util.Optional;

/**
 * An account at the newest sealed block of one node, as the Access API tells it.
 *
 * @param address its address
 * @param balance in units of 0.00000001 FLOW
 * @param keys all keys, revoked ones too
 */
public record AccountState(FlowAddress address, long balance, List<Key> keys) {
    public AccountState {
        keys = List.copyOf(keys);
    }

    /** The key of an index. */
    public Optional<Key> key(int index) {
        return keys.stream().filter(key -> key.index() == index).findFirst();
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
    public record Key(
            int index,
            String publicKey,
            int signatureAlgorithm,
            int hashAlgorithm,
            int weight,
            long sequenceNumber,
            boolean revoked) {}
}
