package io.epochdesk.network;

import java.util.List;

/**
 * How far a transaction has come.
 *
 * @param state its state
 * @param height height of its block, 0 before it has one
 * @param blockId ID of its block, empty before it has one
 * @param error the chain's error text, whole; empty when there is none
 * @param events what it emitted so far
 */
public record TransactionProgress(
        State state, long height, String blockId, String error, List<ChainEvent> events) {
    public TransactionProgress {
        events = List.copyOf(events);
    }

    /** The states of flow-go's {@code TransactionStatus}. */
    public enum State {
        /** The node has not heard of it. */
        UNKNOWN,
        /** The node knows it, and waits for a block. */
        PENDING,
        /** A block has it. */
        FINALIZED,
        /** It was carried out, or failed. */
        EXECUTED,
        /** What came of it can no longer change. */
        SEALED,
        /** No block took it in time, says this node. */
        EXPIRED
    }
}
