package io.epochdesk.rehearsal.chain;

import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.rehearsal.model.Account;

import java.util.List;

/**
 * An account as the Access API shows it.
 *
 * @param address its address
 * @param balance in units of 0.00000001 FLOW
 * @param keys all keys, revoked ones too
 */
public record AccountRecord(FlowAddress address, long balance, List<Key> keys) {
    public AccountRecord {
        keys = List.copyOf(keys);
    }

    /** An account of the model in the Access API's numbers. */
    static AccountRecord of(Account account) {
        return new AccountRecord(
                account.address(),
                account.balance(),
                account.keys().stream()
                        .map(
                                key ->
                                        new Key(
                                                key.index(),
                                                key.publicKey(),
                                                key.signatureAlgorithm().access(),
                                                key.hashAlgorithm().code(),
                                                key.weight(),
                                                key.sequenceNumber(),
                                                key.revoked()))
                        .toList());
    }

    /**
     * A key; algorithms are numbered as in flow-go, not as in Cadence.
     *
     * @param index its position
     * @param publicKey 128 lower-case hex digits, x then y
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
