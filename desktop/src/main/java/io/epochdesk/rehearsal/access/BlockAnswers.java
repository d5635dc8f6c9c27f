package io.epochdesk.rehearsal.access;

import io.epochdesk.rehearsal.chain.Block;
import io.epochdesk.rehearsal.chain.Chain;
import io.epochdesk.rehearsal.chain.Collection;
import io.epochdesk.rehearsal.chain.Identifier;

import org.onflow.protobuf.access.Access;
import org.onflow.protobuf.entities.CollectionOuterClass;
import org.onflow.protobuf.entities.NodeVersionInfoOuterClass;

/** Answers about the node, its blocks and their collections. */
final class BlockAnswers {

    /** What it calls itself, so that nobody takes it for a real node. */
    static final String VERSION = "v0.0.0-rehearsal";

    private final Chain chain;
    private final Heights heights;

    BlockAnswers(Chain chain) {
        this.chain = chain;
        this.heights = new Heights(chain);
    }

    Access.GetNodeVersionInfoResponse version() {
        long root = chain.root().height();
        return Access.GetNodeVersionInfoResponse.newBuilder()
                .setInfo(
                        NodeVersionInfoOuterClass.NodeVersionInfo.newBuilder()
                                .setSemver(VERSION)
                                .setSporkId(Messages.bytes(chain.root().id()))
                                .setSporkRootBlockHeight(root)
                                .setNodeRootBlockHeight(root))
                .build();
    }

    Access.BlockHeaderResponse header(Block block) {
        return Access.BlockHeaderResponse.newBuilder()
                .setBlock(heights.header(block))
                .setBlockStatus(heights.status(block))
                .setMetadata(heights.metadata())
                .build();
    }

    Access.BlockResponse block(Block block, boolean full) {
        return Access.BlockResponse.newBuilder()
                .setBlock(Messages.block(block, heights.header(block), full))
                .setBlockStatus(heights.status(block))
                .setMetadata(heights.metadata())
                .build();
    }

    Access.CollectionResponse collection(Identifier id) {
        Collection found = find(id);
        return Access.CollectionResponse.newBuilder()
                .setCollection(
                        CollectionOuterClass.Collection.newBuilder()
                                .setId(Messages.bytes(found.id()))
                                .addAllTransactionIds(
                                        found.transactions().stream()
                                                .map(Messages::bytes)
                                                .toList()))
                .setMetadata(heights.metadata())
                .build();
    }

    Access.FullCollectionResponse fullCollection(Identifier id) {
        Access.FullCollectionResponse.Builder response =
                Access.FullCollectionResponse.newBuilder().setMetadata(heights.metadata());
        for (Identifier transaction : find(id).transactions()) {
            chain.transaction(transaction)
                    .map(TransactionMessages::of)
                    .ifPresent(response::addTransactions);
        }
        return response.build();
    }

    private Collection find(Identifier id) {
        return chain.collection(id)
                .orElseThrow(
                        () ->
                                Statuses.notFound(
                                        "please retry for a collection in a finalized block: not"
                                                + " found: key not found"));
    }
}
