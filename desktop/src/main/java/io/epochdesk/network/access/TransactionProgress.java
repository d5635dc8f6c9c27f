package io.epochdesk.network.access;

import io.epochdesk.network.ChainEvent;

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
record TransactionProgress(
        State state, long height, String blockId, String error, List<ChainEvent> events) {
    TransactionProgress {
        events = List.copyOf(events);
    }

    /** The states of flow-go's {@code TransactionStatus}. */
    enum State {
        UNKNOWN,
        PENDING,
        FINALIZED,
        EXECUTED,
        SEALED,
        EXPIRED
    }
}
