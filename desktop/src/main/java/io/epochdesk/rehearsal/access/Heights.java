package io.epochdesk.rehearsal.access;

import com.google.protobuf.ByteString;

import io.epochdesk.rehearsal.chain.Block;
import io.epochdesk.rehearsal.chain.Chain;
import io.epochdesk.rehearsal.chain.Identifier;

import org.onflow.protobuf.entities.BlockHeaderOuterClass.BlockHeader;
import org.onflow.protobuf.entities.BlockOuterClass.BlockStatus;
import org.onflow.protobuf.entities.MetadataOuterClass.Metadata;

/** Finds blocks as requests name them, and says what goes with every answer. */
final class Heights {

    private final Chain chain;

    Heights(Chain chain) {
        this.chain = chain;
    }

    Block latest(boolean sealed) {
        return sealed ? chain.latestSealed() : chain.latestFinalized();
    }

    Block byId(ByteString id) {
        Identifier wanted = Requests.blockId(id);
        return chain.block(wanted).orElseThrow(() -> Statuses.notFound("not found: key not found"));
    }

    Block byHeight(long height) {
        return chain.block(height)
                .orElseThrow(() -> Statuses.notFound("not found: " + reason(height)));
    }

    private String reason(long height) {
        return height < chain.root().height()
                ? "block height "
                        + height
                        + " is less than the spork root block height "
                        + chain.root().height()
                        + ". Try to use a historic node: key not found"
                : "key not found";
    }

    /** A height whose state is asked for: sealed, or it is not there yet. */
    long executed(long height) {
        long newest = chain.latestSealed().height();
        if (Long.compareUnsigned(height, newest) > 0) {
            throw Statuses.outOfRange(
                    "data for block height "
                            + Long.toUnsignedString(height)
                            + " is not available: the newest sealed height is "
                            + newest);
        }
        return height;
    }

    BlockStatus status(Block block) {
        return block.height() <= chain.latestSealed().height()
                ? BlockStatus.BLOCK_SEALED
                : BlockStatus.BLOCK_FINALIZED;
    }

    BlockHeader header(Block block) {
        long parentView = chain.block(block.height() - 1).map(Block::view).orElse(0L);
        return Messages.header(block, parentView, chain.chainId());
    }

    Metadata metadata() {
        Block finalized = chain.latestFinalized();
        return Metadata.newBuilder()
                .setLatestFinalizedBlockId(Messages.bytes(finalized.id()))
                .setLatestFinalizedHeight(finalized.height())
                .setHighestIndexedHeight(chain.latestSealed().height())
                .build();
    }
}
