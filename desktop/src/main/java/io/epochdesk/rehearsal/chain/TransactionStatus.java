package io.epochdesk.rehearsal.chain;

/** How far a transaction has come, in the Access API's words and numbers. */
public enum TransactionStatus {
    /** Nothing is known of it. */
    UNKNOWN,
    /** Handed in, in no block yet. */
    PENDING,
    /** In a block, not executed. */
    FINALIZED,
    /** Executed, its block not sealed. */
    EXECUTED,
    /** Its block is sealed. */
    SEALED,
    /** In no block, and its reference block is too old for it ever to be. */
    EXPIRED
}
