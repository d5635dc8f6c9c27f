package io.epochdesk.rehearsal.access;

import io.epochdesk.rehearsal.chain.Block;
import io.epochdesk.rehearsal.chain.Chain;

import org.onflow.protobuf.entities.BlockOuterClass.BlockStatus;

import java.time.Duration;
import java.util.function.Function;

/** Every block from a height on, one after the other, as soon as it is finalized or sealed. */
final class BlockSource<M> implements MessageStream.Source<M> {

    /** How long to wait at a time; only so that nothing waits for ever on a chain that is gone. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Chain chain;
    private final boolean sealed;
    private final Function<Block, M> message;
    private long next;

    private BlockSource(Chain chain, long from, boolean sealed, Function<Block, M> message) {
        this.chain = chain;
        this.next = from;
        this.sealed = sealed;
        this.message = message;
    }

    /**
     * Blocks from a height on that the chain has.
     *
     * @param from the first height
     * @param status finalized or sealed
     */
    static <M> BlockSource<M> from(
            Chain chain, long from, BlockStatus status, Function<Block, M> message) {
        long root = chain.root().height();
        if (from < root) {
            throw Statuses.invalid(
                    "start height must be greater than or equal to the root height " + root);
        }
        if (chain.block(from).isEmpty()) {
            throw Statuses.notFound(
                    "could not get start height: header by height "
                            + Long.toUnsignedString(from)
                            + " not found: key not found");
        }
        return new BlockSource<>(chain, from, isSealed(status), message);
    }

    /** Blocks from the newest on, which is sent at once. */
    static <M> BlockSource<M> latest(Chain chain, BlockStatus status, Function<Block, M> message) {
        boolean sealed = isSealed(status);
        long from = (sealed ? chain.latestSealed() : chain.latestFinalized()).height();
        return new BlockSource<>(chain, from, sealed, message);
    }

    private static boolean isSealed(BlockStatus status) {
        return switch (status) {
            case BLOCK_SEALED -> true;
            case BLOCK_FINALIZED -> false;
            case BLOCK_UNKNOWN, UNRECOGNIZED ->
                    throw Statuses.invalid(
                            "invalid block status: must be either BLOCK_SEALED or BLOCK_FINALIZED");
        };
    }

    @Override
    public M next() throws InterruptedException {
        long newest;
        do {
            newest =
                    sealed
                            ? chain.awaitSealed(next - 1, PATIENCE)
                            : chain.awaitFinalized(next - 1, PATIENCE);
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        } while (newest < next);
        long height = next++;
        return message.apply(
                chain.block(height)
                        .orElseThrow(() -> Statuses.notFound("block " + height + " not found")));
    }
}
