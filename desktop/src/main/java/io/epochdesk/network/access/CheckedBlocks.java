package io.epochdesk.network.access;

import io.epochdesk.network.BlockHeader;
import io.epochdesk.network.BlockReader;

/** Reads headers from whichever node is in use; each is held against those seen before. */
final class CheckedBlocks implements BlockReader {

    private final NodeCaller caller;
    private final TipWatch tips;
    private final ChainMemory memory;
    private final Elders elders;
    private final Pacer pacer;

    CheckedBlocks(
            NodeCaller caller, TipWatch tips, ChainMemory memory, Elders elders, Pacer pacer) {
        this.elders = elders;
        this.caller = caller;
        this.tips = tips;
        this.memory = memory;
        this.pacer = pacer;
    }

    @Override
    public BlockHeader latestSealed() {
        return caller.ask(CallKind.OTHER, this::askLatest);
    }

    @Override
    public BlockHeader at(long height) {
        return caller.ask(
                CallKind.OTHER,
                session ->
                        elders.ask(session, height, CallKind.OTHER, node -> askAt(node, height)));
    }

    @Override
    public long rootHeight() {
        return caller.ask(
                CallKind.OTHER,
                session -> {
                    BlockHeader root = memory.root();
                    return root == null ? 0L : root.height();
                });
    }

    /** The newest sealed header of a session's node, as part of another question. */
    BlockHeader latestSealed(Session session) throws InterruptedException {
        pacer.acquire(CallKind.OTHER);
        return askLatest(session);
    }

    /** The header at a height from a session's node, as part of another question. */
    BlockHeader at(Session session, long height) throws InterruptedException {
        pacer.acquire(CallKind.OTHER);
        return askAt(session, height);
    }

    private BlockHeader askLatest(Session session) {
        long floor = tips.floor(session);
        BlockHeader header = session.calls().latestSealedHeader();
        tips.observe(session, header, floor);
        return header;
    }

    private BlockHeader askAt(Session session, long height) {
        BlockHeader header = session.calls().headerByHeight(height);
        tips.compare(session, height, header.id());
        return header;
    }
}
