package io.epochdesk.rehearsal.model;

/**
 * A public key of an account.
 *
 * @param index its index in the account, from 0
 * @param publicKey 128 lower-case hex digits, x and y
 * @param signatureAlgorithm the algorithm of the key
 * @param hashAlgorithm the algorithm messages are hashed with
 * @param weight 0 to 1000; 1000 in all are needed to sign
 * @param sequenceNumber of the next transaction this key proposes
 * @param revoked whether it can no longer sign
 */
public record AccountKey(
        int index,
        String publicKey,
        SignatureAlgorithm signatureAlgorithm,
        HashAlgorithm hashAlgorithm,
        int weight,
        long sequenceNumber,
        boolean revoked) {

    /** The weight that signs alone. */
    public static final int FULL_WEIGHT = 1000;

    /** A P-256 key of full weight for SHA3-256, as nodes have it, at index 0. */
    public static AccountKey standard(String publicKey) {
        return new AccountKey(
                0,
                publicKey,
                SignatureAlgorithm.ECDSA_P256,
                HashAlgorithm.SHA3_256,
                FULL_WEIGHT,
                0,
                false);
    }

    /** This key after it proposed a transaction. */
    public AccountKey used() {
        return new AccountKey(
                index,
                publicKey,
                signatureAlgorithm,
                hashAlgorithm,
                weight,
                sequenceNumber + 1,
                revoked);
    }

    /** This key when it can no longer sign. */
    AccountKey revokedKey() {
        return new AccountKey(
                index, publicKey, signatureAlgorithm, hashAlgorithm, weight, sequenceNumber, true);
    }
}
