package io.epochdesk.rehearsal.chain;

import java.util.List;

/**
 * What became of a transaction.
 *
 * @param transactionId its ID
 * @param status how far it has come
 * @param error the chain's own error text; empty when it succeeded or has not run
 * @param events what it emitted, in order; empty before it ran
 * @param blockId its block; {@link Identifier#ZERO} while it has none
 * @param height that block's height; 0 while it has none
 * @param collectionId its collection; {@link Identifier#ZERO} for the system transaction and while
 *     it has none
 * @param computationUsed what execution was charged for
 */
public record TransactionResult(
        Identifier transactionId,
        TransactionStatus status,
        String error,
        List<Event> events,
        Identifier blockId,
        long height,
        Identifier collectionId,
        long computationUsed) {
    public TransactionResult {
        events = List.copyOf(events);
    }
}
