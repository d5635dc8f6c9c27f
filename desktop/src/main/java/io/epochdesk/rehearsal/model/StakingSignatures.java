package io.epochdesk.rehearsal.model;

/**
 * What the contracts ask about BLS staking keys. Points are as Flow writes them: keys of 96 bytes,
 * signatures of 48.
 */
public interface StakingSignatures {

    /** Whether these bytes are a public key: a point of the group. */
    boolean isKey(byte[] key);

    /** Whether this is a proof of possession of the key. */
    boolean isPossession(byte[] key, byte[] proof);

    /** Whether this is the signature of a collection node's vote over a message. */
    boolean isVote(byte[] key, byte[] message, byte[] signature);

    /**
     * Takes everything of the right length for good: for rehearsals whose points are made up, which
     * are labelled so.
     */
    static StakingSignatures wellFormed() {
        return new WellFormedSignatures();
    }
}
