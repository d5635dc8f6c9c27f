package io.epochdesk.rehearsal.access;

import io.epochdesk.rehearsal.chain.Block;
import io.epochdesk.rehearsal.chain.Chain;

import org.onflow.protobuf.access.Access;

/** What a stream of blocks, headers or digests sends. */
final class BlockStreams {

    private final Heights heights;

    BlockStreams(Chain chain) {
        this.heights = new Heights(chain);
    }

    Access.SubscribeBlocksResponse block(Block block, boolean full) {
        return Access.SubscribeBlocksResponse.newBuilder()
                .setBlock(Messages.block(block, heights.header(block), full))
                .build();
    }

    Access.SubscribeBlockHeadersResponse header(Block block) {
        return Access.SubscribeBlockHeadersResponse.newBuilder()
                .setHeader(heights.header(block))
                .build();
    }

    Access.SubscribeBlockDigestsResponse digest(Block block) {
        return Access.SubscribeBlockDigestsResponse.newBuilder()
                .setBlockId(Messages.bytes(block.id()))
                .setBlockHeight(block.height())
                .setBlockTimestamp(Messages.timestamp(block.timestamp()))
                .build();
    }
}
