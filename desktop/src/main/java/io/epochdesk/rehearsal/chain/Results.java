package io.epochdesk.rehearsal.chain;

import io.epochdesk.rehearsal.chain.Contents.BlockContents;
import io.epochdesk.rehearsal.chain.Contents.Executed;

import java.util.List;

/** What became of transactions, as of some finalized and sealed height. */
record Results(long finalized, long sealed, int lag) {

    /** A transaction that nobody knows. */
    static TransactionResult unknown(Identifier id) {
        return without(id, TransactionStatus.UNKNOWN);
    }

    /** A transaction that waits for a block. */
    static TransactionResult pending(Identifier id) {
        return without(id, TransactionStatus.PENDING);
    }

    private static TransactionResult without(Identifier id, TransactionStatus status) {
        return new TransactionResult(
                id, status, "", List.of(), Identifier.ZERO, 0, Identifier.ZERO, 0);
    }

    /**
     * A transaction of a block. One that is not executed yet shows neither error nor events, as on
     * a real network.
     */
    TransactionResult of(Executed executed, BlockContents block, Identifier blockId) {
        TransactionStatus status = status(block.height());
        boolean done = status != TransactionStatus.FINALIZED;
        return new TransactionResult(
                executed.id(),
                status,
                done ? executed.error() : "",
                done ? executed.events() : List.of(),
                blockId,
                block.height(),
                executed.isSystem() ? Identifier.ZERO : block.collection(),
                done ? executed.computation() : 0);
    }

    /** The system transaction of a block in which it did nothing. */
    TransactionResult idle(Identifier system, Identifier blockId, long height) {
        return new TransactionResult(
                system, status(height), "", List.of(), blockId, height, Identifier.ZERO, 0);
    }

    private TransactionStatus status(long height) {
        if (height <= sealed) {
            return TransactionStatus.SEALED;
        }
        return height <= finalized - lag / 2
                ? TransactionStatus.EXECUTED
                : TransactionStatus.FINALIZED;
    }
}
