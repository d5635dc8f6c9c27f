package io.epochdesk.rehearsal.chain;

import java.time.Instant;
import java.util.List;

/**
 * A finalized block.
 *
 * @param id its ID
 * @param parentId ID of the block before it; {@link Identifier#ZERO} for the root block
 * @param height its height
 * @param view the consensus view it was made in
 * @param timestamp when it was made, by the clock of this machine
 * @param payloadHash hash over its collections and seals
 * @param proposerId node ID of the consensus node that proposed it
 * @param collections IDs of the collections it guarantees, in order; none for most blocks
 * @param seals the blocks it seals
 */
public record Block(
        Identifier id,
        Identifier parentId,
        long height,
        long view,
        Instant timestamp,
        Identifier payloadHash,
        Identifier proposerId,
        List<Identifier> collections,
        List<Seal> seals) {
    public Block {
        collections = List.copyOf(collections);
        seals = List.copyOf(seals);
    }

    /**
     * A seal: the word of verification nodes that a block was executed rightly.
     *
     * @param blockId the block sealed
     * @param height its height
     * @param resultId the execution result agreed on
     */
    public record Seal(Identifier blockId, long height, Identifier resultId) {}
}
