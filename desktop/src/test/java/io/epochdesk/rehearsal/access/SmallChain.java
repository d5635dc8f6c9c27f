package io.epochdesk.rehearsal.access;

import io.epochdesk.cadence.CadenceValue;
import io.epochdesk.cadence.CadenceValue.CompositeValue;
import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.rehearsal.chain.AccountRecord;
import io.epochdesk.rehearsal.chain.Block;
import io.epochdesk.rehearsal.chain.BlockEvents;
import io.epochdesk.rehearsal.chain.Chain;
import io.epochdesk.rehearsal.chain.Collection;
import io.epochdesk.rehearsal.chain.Event;
import io.epochdesk.rehearsal.chain.Identifier;
import io.epochdesk.rehearsal.chain.Refusal;
import io.epochdesk.rehearsal.chain.Transaction;
import io.epochdesk.rehearsal.chain.TransactionResult;
import io.epochdesk.rehearsal.chain.TransactionStatus;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A chain in memory that a test moves block by block; sealed is what is finalized, unless told
 * otherwise. Transactions are taken unchecked and succeed in the block they make.
 */
final class SmallChain implements Chain {

    static final FlowAddress ACCOUNT = FlowAddress.of("f8d6e0586b0a20c7");

    private final String chainId;
    private final List<BlockEvents> events = new ArrayList<>();
    private final List<Block> blocks = new ArrayList<>();
    private final Map<Identifier, Transaction> transactions = new LinkedHashMap<>();
    private final Map<Identifier, TransactionResult> results = new HashMap<>();
    private final Map<Identifier, Collection> collections = new HashMap<>();
    private long sealingLag;
    private Script script = (_, arguments, _) -> new CadenceValue.VoidValue();
    private boolean holding;
    private long looks;

    /** Answers scripts. */
    interface Script {
        CadenceValue run(String text, List<byte[]> arguments, long height) throws Refusal;
    }

    SmallChain(String chainId) {
        this.chainId = chainId;
        add(List.of());
    }

    synchronized SmallChain answering(Script answer) {
        script = answer;
        return this;
    }

    /** How often a block was looked up by height. */
    synchronized long looks() {
        return looks;
    }

    /** Seals blocks this many later. */
    synchronized SmallChain sealingLate(long blocksLater) {
        sealingLag = blocksLater;
        return this;
    }

    /** Leaves transactions pending until the next block. */
    synchronized SmallChain holding() {
        holding = true;
        return this;
    }

    SmallChain addEmpty(int number) {
        for (int i = 0; i < number; i++) {
            add(List.of());
        }
        return this;
    }

    synchronized Block add(List<CompositeValue> payloads) {
        return add(payloads, List.of());
    }

    private synchronized Block add(List<CompositeValue> payloads, List<Identifier> taken) {
        long height = blocks.size();
        Identifier parent = blocks.isEmpty() ? Identifier.ZERO : blocks.getLast().id();
        Identifier id = hash(chainId + height);
        List<Identifier> inside = new ArrayList<>();
        if (!taken.isEmpty()) {
            Identifier collection = hash("collection" + height);
            collections.put(collection, new Collection(collection, id, taken));
            inside.add(collection);
        }
        Block block =
                new Block(
                        id,
                        parent,
                        height,
                        1_000 + 2 * height,
                        Instant.now(),
                        hash("payload" + height),
                        hash("proposer"),
                        inside,
                        height == 0
                                ? List.of()
                                : List.of(new Block.Seal(parent, height - 1, hash("result"))));
        List<Event> emitted = new ArrayList<>();
        Identifier by = taken.isEmpty() ? systemTransaction() : taken.getFirst();
        for (CompositeValue payload : payloads) {
            emitted.add(new Event(by, 0, emitted.size(), payload));
        }
        blocks.add(block);
        events.add(new BlockEvents(id, height, block.timestamp(), emitted));
        for (Identifier transaction : taken) {
            results.put(
                    transaction,
                    new TransactionResult(
                            transaction,
                            TransactionStatus.FINALIZED,
                            "",
                            emitted,
                            id,
                            height,
                            inside.getFirst(),
                            7));
        }
        notifyAll();
        return block;
    }

    static Identifier hash(String text) {
        return Identifier.hashOf(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String chainId() {
        return chainId;
    }

    @Override
    public synchronized Block root() {
        return blocks.getFirst();
    }

    @Override
    public synchronized Block latestFinalized() {
        return blocks.getLast();
    }

    @Override
    public synchronized Block latestSealed() {
        return blocks.get((int) Math.max(0, blocks.size() - 1 - sealingLag));
    }

    @Override
    public synchronized Optional<Block> block(long height) {
        looks++;
        return height >= 0 && height < blocks.size()
                ? Optional.of(blocks.get((int) height))
                : Optional.empty();
    }

    @Override
    public synchronized Optional<Block> block(Identifier id) {
        return blocks.stream().filter(block -> block.id().equals(id)).findFirst();
    }

    @Override
    public synchronized Optional<Collection> collection(Identifier id) {
        return Optional.ofNullable(collections.get(id));
    }

    @Override
    public synchronized Optional<Transaction> transaction(Identifier id) {
        return Optional.ofNullable(transactions.get(id));
    }

    @Override
    public synchronized TransactionResult result(Identifier id) {
        TransactionResult known = results.get(id);
        if (known == null) {
            return without(
                    id,
                    transactions.containsKey(id)
                            ? TransactionStatus.PENDING
                            : TransactionStatus.UNKNOWN);
        }
        return known.height() > latestSealed().height()
                ? known
                : new TransactionResult(
                        id,
                        TransactionStatus.SEALED,
                        known.error(),
                        known.events(),
                        known.blockId(),
                        known.height(),
                        known.collectionId(),
                        known.computationUsed());
    }

    private static TransactionResult without(Identifier id, TransactionStatus status) {
        return new TransactionResult(
                id, status, "", List.of(), Identifier.ZERO, 0, Identifier.ZERO, 0);
    }

    @Override
    public synchronized List<TransactionResult> results(Identifier blockId) throws Refusal {
        Block block =
                block(blockId)
                        .orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "key not found"));
        List<TransactionResult> all = new ArrayList<>();
        for (Identifier collection : block.collections()) {
            collection(collection).stream()
                    .flatMap(found -> found.transactions().stream())
                    .forEach(each -> all.add(result(each)));
        }
        all.add(without(systemTransaction(), TransactionStatus.SEALED));
        return all;
    }

    @Override
    public synchronized AccountRecord account(FlowAddress address, long height) throws Refusal {
        if (!address.equals(ACCOUNT)) {
            throw new Refusal(Refusal.Kind.NOT_FOUND, "failed to get account " + address.hex());
        }
        return new AccountRecord(
                address,
                12_345_678L + height,
                List.of(
                        new AccountRecord.Key(0, "ab".repeat(64), 2, 3, 1_000, 41, false),
                        new AccountRecord.Key(1, "cd".repeat(64), 2, 1, 500, 0, true)));
    }

    @Override
    public CadenceValue script(String text, List<byte[]> arguments, long height) throws Refusal {
        Script answer;
        synchronized (this) {
            answer = script;
        }
        return answer.run(text, arguments, height);
    }

    @Override
    public synchronized BlockEvents events(long height) {
        return events.get((int) height);
    }

    @Override
    public synchronized List<BlockEvents> events(String type, long from, long to) {
        return events.subList((int) from, (int) Math.min(to, latestSealed().height()) + 1).stream()
                .map(
                        block ->
                                new BlockEvents(
                                        block.blockId(),
                                        block.height(),
                                        block.timestamp(),
                                        block.events().stream()
                                                .filter(event -> event.type().equals(type))
                                                .toList()))
                .toList();
    }

    @Override
    public synchronized Optional<Long> nextHeightWithEvents(long from) {
        for (long height = from; height <= latestSealed().height(); height++) {
            if (!events.get((int) height).events().isEmpty()) {
                return Optional.of(height);
            }
        }
        return Optional.empty();
    }

    @Override
    public synchronized Identifier submit(Transaction transaction) throws Refusal {
        if (block(Identifier.of(transaction.referenceBlockId())).isEmpty()) {
            throw new Refusal(
                    Refusal.Kind.INVALID_ARGUMENT, "invalid transaction: unknown reference block");
        }
        Identifier id = hash("transaction" + transactions.size());
        transactions.put(id, transaction);
        if (!holding) {
            add(List.of(), List.of(id));
        }
        return id;
    }

    /** Takes what is pending into a block. */
    synchronized void takePending() {
        add(
                List.of(),
                transactions.keySet().stream().filter(id -> !results.containsKey(id)).toList());
    }

    @Override
    public Identifier systemTransaction() {
        return hash("system");
    }

    @Override
    public synchronized long awaitFinalized(long height, Duration longest)
            throws InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        while (latestFinalized().height() <= height && System.nanoTime() < end) {
            wait(Math.max(1, (end - System.nanoTime()) / 1_000_000));
        }
        return latestFinalized().height();
    }

    @Override
    public synchronized long awaitSealed(long height, Duration longest)
            throws InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        while (latestSealed().height() <= height && System.nanoTime() < end) {
            wait(Math.max(1, (end - System.nanoTime()) / 1_000_000));
        }
        return latestSealed().height();
    }
}
