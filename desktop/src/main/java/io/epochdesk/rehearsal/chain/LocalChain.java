package io.epochdesk.rehearsal.chain;

import io.epochdesk.cadence.CadenceValue;
import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.rehearsal.chain.BlockMaker.Waiting;
import io.epochdesk.rehearsal.chain.Contents.BlockContents;
import io.epochdesk.rehearsal.chain.Contents.Executed;
import io.epochdesk.rehearsal.model.Aborted;
import io.epochdesk.rehearsal.model.Account;
import io.epochdesk.rehearsal.model.Moment;
import io.epochdesk.rehearsal.model.ProgramCatalogue;
import io.epochdesk.rehearsal.model.ScriptProgram;
import io.epochdesk.rehearsal.model.World;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongFunction;

/**
 * The chain itself. One thread makes blocks; any number read. Empty blocks cost little more than
 * their hash, so that an epoch of 750,000 of them passes in seconds.
 */
public final class LocalChain implements Chain, AutoCloseable {

    /** Event text that is kept: two ten-fold epochs. */
    private static final long CONTENT_BUDGET = 200L << 20;

    private final ProgramCatalogue catalogue;
    private final ChainOptions options;
    private final String chainId;
    private final FlowAddress service;
    private final BlockMaker maker;
    private final BlockLog log;
    private final StateHistory history;
    private final Contents contents = new Contents(CONTENT_BUDGET);
    private final Proposers proposers = new Proposers();
    private final Map<Identifier, Transaction> waiting = new LinkedHashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition progress = lock.newCondition();
    private boolean closed;

    /**
     * A chain of one block that is kept, and of the past its options name.
     *
     * @param genesis what the contracts know in it
     * @param catalogue the programs it runs
     */
    public LocalChain(World genesis, ProgramCatalogue catalogue, ChainOptions options) {
        this.catalogue = catalogue;
        this.options = options;
        this.chainId = genesis.chainId();
        this.service = genesis.contract("FlowServiceAccount");
        this.maker = new BlockMaker(catalogue, chainId, options.seed(), options.heartbeat());
        this.log = begin();
        // what is sealed when a chain begins lies in its past already: nothing changed since
        this.history = new StateHistory(options.history(), sealed(), genesis);
        proposers.from(log.root().height(), genesis);
    }

    private BlockLog begin() {
        Past past = options.past();
        long height = options.firstHeight();
        Instant now = options.clock().instant();
        LongFunction<BlockLog.Entry> computed =
                old -> {
                    long views = Past.views(height - old);
                    return maker.past(
                            old,
                            options.firstView() - views,
                            now.minus(past.viewTime().multipliedBy(views)));
                };
        Identifier parent = past.blocks() == 0 ? Identifier.ZERO : computed.apply(height - 1).id();
        BlockLog.Entry first = maker.first(parent, height, options.firstView(), now);
        BlockLog.Entry root = past.blocks() == 0 ? first : computed.apply(height - past.blocks());
        if (!past.events().isEmpty()) {
            contents.put(maker.told(height - past.told(), past));
        }
        return new BlockLog(root, first, computed);
    }

    /**
     * Makes the next block, with all transactions that wait.
     *
     * @param view higher than that of the newest block
     * @return its height
     */
    public long appendBlock(long view) {
        lock.lock();
        try {
            BlockLog.Entry parent = log.last();
            if (view <= parent.view()) {
                throw new IllegalArgumentException("views go up");
            }
            List<Waiting> transactions = new ArrayList<>(waiting.size());
            waiting.forEach((id, transaction) -> transactions.add(new Waiting(id, transaction)));
            waiting.clear();
            World before = history.latest();
            BlockMaker.Made made =
                    maker.next(parent, view, options.clock().instant(), before, transactions);
            log.append(made.entry());
            if (!made.contents().executed().isEmpty()) {
                contents.put(made.contents());
                transactions.forEach(one -> contents.put(one.id(), one.transaction()));
            }
            history.put(made.entry().height(), made.world());
            if (made.world().epoch().counter() != before.epoch().counter()) {
                proposers.from(made.entry().height() + 1, made.world());
            }
            progress.signalAll();
            return made.entry().height();
        } finally {
            lock.unlock();
        }
    }

    /** The world after the newest finalized block. */
    public World world() {
        lock.lock();
        try {
            return history.latest();
        } finally {
            lock.unlock();
        }
    }

    /** Events of a finalized block, sealed or not; empty for most. */
    public List<Event> finalizedEvents(long height) {
        lock.lock();
        try {
            return eventsOf(contents.at(height));
        } finally {
            lock.unlock();
        }
    }

    @Override
    public String chainId() {
        return chainId;
    }

    @Override
    public Block root() {
        lock.lock();
        try {
            return block(log.root());
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Block latestFinalized() {
        lock.lock();
        try {
            return block(log.last());
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Block latestSealed() {
        lock.lock();
        try {
            return block(entry(sealed()));
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Optional<Block> block(long height) {
        lock.lock();
        try {
            return Optional.ofNullable(log.byHeight(height)).map(this::block);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Optional<Block> block(Identifier id) {
        lock.lock();
        try {
            return Optional.ofNullable(log.byId(id)).map(this::block);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Optional<Collection> collection(Identifier id) {
        lock.lock();
        try {
            return Optional.ofNullable(contents.collection(id))
                    .map(
                            block ->
                                    new Collection(
                                            id,
                                            entry(block.height()).id(),
                                            block.executed().stream()
                                                    .filter(one -> !one.isSystem())
                                                    .map(Executed::id)
                                                    .toList()));
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Optional<Transaction> transaction(Identifier id) {
        lock.lock();
        try {
            Transaction waits = waiting.get(id);
            return Optional.ofNullable(waits == null ? contents.text(id) : waits);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public TransactionResult result(Identifier id) {
        lock.lock();
        try {
            Executed executed = contents.transaction(id);
            if (executed == null) {
                return waiting.containsKey(id) ? Results.pending(id) : Results.unknown(id);
            }
            BlockContents block = contents.at(executed.height());
            return block == null
                    ? Results.unknown(id)
                    : results().of(executed, block, entry(executed.height()).id());
        } finally {
            lock.unlock();
        }
    }

    @Override
    public List<TransactionResult> results(Identifier blockId) throws Refusal {
        lock.lock();
        try {
            BlockLog.Entry entry = log.byId(blockId);
            if (entry == null) {
                throw noBlock(blockId.hex());
            }
            List<TransactionResult> all = new ArrayList<>();
            BlockContents block = contents.at(entry.height());
            boolean systemDid = false;
            if (block != null) {
                for (Executed executed : block.executed()) {
                    all.add(results().of(executed, block, blockId));
                    systemDid |= executed.isSystem();
                }
            }
            if (!systemDid) {
                all.add(results().idle(maker.systemTransaction(), blockId, entry.height()));
            }
            return all;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public AccountRecord account(FlowAddress address, long height) throws Refusal {
        Account account = state(height).world().account(address);
        if (account == null) {
            throw new Refusal(
                    Refusal.Kind.NOT_FOUND,
                    "failed to get account: " + FlowError.noAccount(address.hex()).getMessage());
        }
        return AccountRecord.of(account);
    }

    @Override
    public CadenceValue script(String text, List<byte[]> arguments, long height) throws Refusal {
        State state = state(height);
        ScriptProgram program =
                catalogue
                        .script(text)
                        .orElseThrow(
                                () ->
                                        new Refusal(
                                                Refusal.Kind.INVALID_ARGUMENT,
                                                "this network is a rehearsal: it runs the scripts"
                                                        + " that Epoch Desk ships, and this is none"
                                                        + " of them"));
        try {
            List<CadenceValue> values = new ArrayList<>();
            for (byte[] argument : arguments) {
                values.add(Execution.argument(argument, values.size()));
            }
            return program.run(state.world(), state.moment(), values);
        } catch (Aborted e) {
            throw new Refusal(
                    Refusal.Kind.INVALID_ARGUMENT, "failed to execute script: " + e.scriptText());
        }
    }

    @Override
    public BlockEvents events(long height) throws Refusal {
        lock.lock();
        try {
            BlockLog.Entry entry = log.byHeight(height);
            if (entry == null || height <= contents.forgottenUpTo()) {
                throw noData(height);
            }
            return blockEvents(entry, eventsOf(contents.at(height)));
        } finally {
            lock.unlock();
        }
    }

    @Override
    public List<BlockEvents> events(String type, long from, long to) throws Refusal {
        lock.lock();
        try {
            if (from > sealed()) {
                throw new Refusal(
                        Refusal.Kind.OUT_OF_RANGE,
                        "start height %d is greater than the last sealed block height %d"
                                .formatted(from, sealed()));
            }
            if (log.byHeight(from) == null || from <= contents.forgottenUpTo()) {
                throw noData(from);
            }
            List<BlockEvents> all = new ArrayList<>();
            for (long height = from; height <= Math.min(to, sealed()); height++) {
                List<Event> events =
                        eventsOf(contents.at(height)).stream()
                                .filter(event -> event.type().equals(type))
                                .toList();
                all.add(blockEvents(entry(height), events));
            }
            return all;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Optional<Long> nextHeightWithEvents(long from) {
        lock.lock();
        try {
            Long next = contents.next(from);
            while (next != null && next <= sealed() && eventsOf(contents.at(next)).isEmpty()) {
                next = contents.next(next + 1);
            }
            return next == null || next > sealed() ? Optional.empty() : Optional.of(next);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Identifier submit(Transaction transaction) throws Refusal {
        SubmissionCheck check = new SubmissionCheck(transaction, service);
        check.beforeExpiry();
        lock.lock();
        try {
            BlockLog.Entry reference =
                    transaction.referenceBlockId().length == Identifier.BYTES
                            ? log.byId(Identifier.of(transaction.referenceBlockId()))
                            : null;
            if (reference == null) {
                throw SubmissionCheck.unknownReference();
            }
            SubmissionCheck.expiry(reference.height(), log.last().height(), options.expiry());
            String text = new String(transaction.script(), StandardCharsets.UTF_8);
            if (catalogue.transaction(text).isEmpty()) {
                throw SubmissionCheck.unknownScript();
            }
            check.afterScript();
            Identifier id = new CanonicalForm(transaction).id();
            if (contents.transaction(id) == null && waiting.putIfAbsent(id, transaction) == null) {
                if (options.automine()) {
                    appendBlock(log.last().view() + 1);
                }
            }
            return id;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Identifier systemTransaction() {
        return maker.systemTransaction();
    }

    @Override
    public long awaitFinalized(long height, Duration longest) throws InterruptedException {
        return await(height, 0, longest);
    }

    @Override
    public long awaitSealed(long height, Duration longest) throws InterruptedException {
        return await(height, options.sealingLag(), longest);
    }

    private long await(long height, int lag, Duration longest) throws InterruptedException {
        long deadline = System.nanoTime() + longest.toNanos();
        lock.lock();
        try {
            while (!closed && trailing(lag) <= height) {
                long left = deadline - System.nanoTime();
                if (left <= 0) {
                    break;
                }
                boolean _ = progress.await(left, TimeUnit.NANOSECONDS);
            }
            return trailing(lag);
        } finally {
            lock.unlock();
        }
    }

    /** Lets go of all who wait. What was made can still be read. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            progress.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** A world and the block it stands after. */
    private record State(World world, Moment moment) {}

    private State state(long height) throws Refusal {
        lock.lock();
        try {
            BlockLog.Entry entry = height > sealed() ? null : log.byHeight(height);
            World world = history.at(height);
            if (entry == null || world == null) {
                throw noData(height);
            }
            return new State(
                    world, new Moment(height, entry.view(), time(entry), entry.id().bytes()));
        } finally {
            lock.unlock();
        }
    }

    private long sealed() {
        return trailing(options.sealingLag());
    }

    private long trailing(int lag) {
        return Math.max(log.root().height(), log.last().height() - lag);
    }

    private Results results() {
        return new Results(log.last().height(), sealed(), options.sealingLag());
    }

    private BlockLog.Entry entry(long height) {
        BlockLog.Entry entry = log.byHeight(height);
        if (entry == null) {
            throw new IllegalStateException("no block at height " + height);
        }
        return entry;
    }

    private Block block(BlockLog.Entry entry) {
        BlockLog.Entry parent = log.byHeight(entry.height() - 1);
        BlockContents block = contents.at(entry.height());
        Identifier collection = block == null ? Identifier.ZERO : block.collection();
        boolean guarantees = !collection.equals(Identifier.ZERO);
        return new Block(
                entry.id(),
                parent == null ? Identifier.ZERO : parent.id(),
                entry.height(),
                entry.view(),
                time(entry),
                guarantees ? Identifier.hashOf(collection.bytes()) : Identifier.ZERO,
                proposers.of(entry.height(), entry.view()),
                guarantees ? List.of(collection) : List.of(),
                seals(entry.height()));
    }

    private List<Block.Seal> seals(long height) {
        long sealedThen = height - options.sealingLag();
        BlockLog.Entry entry =
                options.sealingLag() == 0 || sealedThen <= log.root().height()
                        ? null
                        : log.byHeight(sealedThen);
        return entry == null
                ? List.of()
                : List.of(
                        new Block.Seal(
                                entry.id(), entry.height(), Identifier.hashOf(entry.id().bytes())));
    }

    private static BlockEvents blockEvents(BlockLog.Entry entry, List<Event> events) {
        return new BlockEvents(entry.id(), entry.height(), time(entry), events);
    }

    private static List<Event> eventsOf(@Nullable BlockContents block) {
        return block == null
                ? List.of()
                : block.executed().stream().flatMap(one -> one.events().stream()).toList();
    }

    private static Instant time(BlockLog.Entry entry) {
        return Instant.ofEpochSecond(0, entry.nanos());
    }

    private static Refusal noData(long height) {
        return new Refusal(
                Refusal.Kind.OUT_OF_RANGE, "data for block height " + height + " is not available");
    }

    private static Refusal noBlock(String what) {
        return new Refusal(
                Refusal.Kind.NOT_FOUND,
                "not found: could not find block " + what + ": key not found");
    }
}
