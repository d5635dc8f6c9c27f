package io.epochdesk.rehearsal.chain;

import io.epochdesk.rehearsal.chain.Contents.BlockContents;
import io.epochdesk.rehearsal.chain.Contents.Executed;
import io.epochdesk.rehearsal.model.Aborted;
import io.epochdesk.rehearsal.model.Draft;
import io.epochdesk.rehearsal.model.Heartbeat;
import io.epochdesk.rehearsal.model.Moment;
import io.epochdesk.rehearsal.model.ProgramCatalogue;
import io.epochdesk.rehearsal.model.World;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Executes blocks: the transactions, then the system transaction with its heartbeat. IDs follow
 * from chain, seed, parent, height, view and payload, never from the clock.
 */
final class BlockMaker {

    private final ProgramCatalogue catalogue;
    private final boolean heartbeat;
    private final Identifier origin;
    private final Identifier systemTransaction;
    private final MessageDigest digest = Identifier.sha3();

    BlockMaker(ProgramCatalogue catalogue, String chainId, long seed, boolean heartbeat) {
        this.catalogue = catalogue;
        this.heartbeat = heartbeat;
        this.origin = Identifier.hashOf((chainId + "/" + seed).getBytes(StandardCharsets.UTF_8));
        this.systemTransaction =
                Identifier.hashOf((chainId + "/system").getBytes(StandardCharsets.UTF_8));
    }

    /** A block that was executed. */
    record Made(BlockLog.Entry entry, World world, BlockContents contents) {}

    /** A transaction that waits for a block. */
    record Waiting(Identifier id, Transaction transaction) {}

    Identifier systemTransaction() {
        return systemTransaction;
    }

    /** The block a chain begins with, empty. */
    BlockLog.Entry first(Identifier parent, long height, long view, Instant time) {
        return new BlockLog.Entry(
                id(parent, height, view, Identifier.ZERO), height, view, nanos(time));
    }

    /** A block of the past: its ID follows from its height and view alone. */
    BlockLog.Entry past(long height, long view, Instant time) {
        return first(Identifier.ZERO, height, view, time);
    }

    /** What the system transaction did in a block of the past. */
    BlockContents told(long height, Past past) {
        return new BlockContents(
                height,
                Identifier.ZERO,
                List.of(
                        new Executed(
                                systemTransaction,
                                true,
                                height,
                                0,
                                "",
                                Contents.placed(systemTransaction, 0, past.events()),
                                0)));
    }

    /** The next block. */
    Made next(BlockLog.Entry parent, long view, Instant time, World before, List<Waiting> waiting) {
        long height = parent.height() + 1;
        boolean due = heartbeat && Heartbeat.isDue(before, view);
        if (waiting.isEmpty() && !due) {
            Identifier id = id(parent.id(), height, view, Identifier.ZERO);
            return new Made(
                    new BlockLog.Entry(id, height, view, nanos(time)), before, empty(height));
        }
        Moment moment =
                new Moment(height, view, time, id(origin, height, view, Identifier.ZERO).bytes());
        List<Executed> executed = new ArrayList<>();
        World world = before;
        for (Waiting next : waiting) {
            Execution.Outcome outcome = run(world, moment, next);
            world = outcome.world();
            executed.add(
                    new Executed(
                            next.id(),
                            false,
                            height,
                            executed.size(),
                            outcome.error(),
                            Contents.placed(next.id(), executed.size(), outcome.events()),
                            outcome.computation()));
        }
        world = beat(world, moment, executed);
        Identifier collection = collection(waiting);
        Identifier id = id(parent.id(), height, view, collection);
        return new Made(
                new BlockLog.Entry(id, height, view, nanos(time)),
                world,
                new BlockContents(height, collection, executed));
    }

    private Execution.Outcome run(World world, Moment moment, Waiting waiting) {
        String text = new String(waiting.transaction().script(), StandardCharsets.UTF_8);
        return catalogue
                .transaction(text)
                .map(program -> Execution.run(world, moment, waiting.transaction(), program))
                .orElseThrow(() -> new IllegalStateException("an unknown program was let in"));
    }

    private World beat(World world, Moment moment, List<Executed> executed) {
        if (!heartbeat || !Heartbeat.isDue(world, moment.view())) {
            return world;
        }
        Draft draft = new Draft(world, moment);
        try {
            Heartbeat.beat(draft);
        } catch (Aborted e) {
            // a real system transaction that fails leaves no trace but its result
            return world;
        }
        if (!draft.events().isEmpty()) {
            int index = executed.size();
            executed.add(
                    new Executed(
                            systemTransaction,
                            true,
                            moment.height(),
                            index,
                            "",
                            Contents.placed(systemTransaction, index, draft.events()),
                            0));
        }
        return draft.world();
    }

    private static BlockContents empty(long height) {
        return new BlockContents(height, Identifier.ZERO, List.of());
    }

    private static Identifier collection(List<Waiting> transactions) {
        if (transactions.isEmpty()) {
            return Identifier.ZERO;
        }
        ByteBuffer ids = ByteBuffer.allocate(Identifier.BYTES * transactions.size());
        transactions.forEach(one -> ids.put(one.id().bytes()));
        return Identifier.hashOf(ids.array());
    }

    private Identifier id(Identifier parent, long height, long view, Identifier payload) {
        ByteBuffer content = ByteBuffer.allocate(3 * Identifier.BYTES + 2 * Long.BYTES);
        content.put(origin.bytes()).put(parent.bytes());
        content.putLong(height).putLong(view).put(payload.bytes());
        return Identifier.of(digest.digest(content.array()));
    }

    private static long nanos(Instant time) {
        return Math.addExact(
                Math.multiplyExact(time.getEpochSecond(), 1_000_000_000L), time.getNano());
    }
}
