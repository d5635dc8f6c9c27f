package io.epochdesk.history;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * Something the console did for the operator. Never a secret.
 *
 * @param at when it began
 * @param what a stable name in capitals, such as {@code REGISTER_NODE}; its words are the reader's
 * @param nodeId the node it was for, 64 hex digits, or null
 * @param keyName the name of the key that signed, or null
 * @param account the account that signed, 16 hex digits, or null
 * @param transactionId 64 hex digits, or null before it was sent
 * @param outcome how it ended
 * @param detail what else is worth knowing, such as the code of a fault; may be empty
 */
public record Activity(
        Instant at,
        String what,
        @Nullable String nodeId,
        @Nullable String keyName,
        @Nullable String account,
        @Nullable String transactionId,
        Outcome outcome,
        String detail) {

    /** How it ended. */
    public enum Outcome {
        /** It has not: the console does not know yet, or ended before it knew. */
        UNDER_WAY,
        /** It did what it was to do. */
        SUCCEEDED,
        /** It was refused or reverted; the chain is as it was, but for a fee. */
        FAILED,
        /** Its transaction was never executed and cannot be any more. */
        EXPIRED
    }
}
