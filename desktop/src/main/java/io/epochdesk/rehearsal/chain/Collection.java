package io.epochdesk.rehearsal.chain;

import java.util.List;

/**
 * A collection of transactions, guaranteed by one block.
 *
 * @param id its ID
 * @param blockId the block that guarantees it
 * @param transactions IDs in order
 */
public record Collection(Identifier id, Identifier blockId, List<Identifier> transactions) {
    public Collection {
        transactions = List.copyOf(transactions);
    }
}
