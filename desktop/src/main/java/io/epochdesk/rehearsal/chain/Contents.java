package io.epochdesk.rehearsal.chain;

import io.epochdesk.cadence.CadenceValue.CompositeValue;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What happened in those blocks in which anything did: transactions, their ends and their events.
 * The oldest blocks' are given up when all together hold more than a budget.
 */
final class Contents {

    /** What one block holds. */
    record BlockContents(long height, Identifier collection, List<Executed> executed) {
        BlockContents {
            executed = List.copyOf(executed);
        }
    }

    /** A transaction that was executed. */
    record Executed(
            Identifier id,
            boolean isSystem,
            long height,
            int index,
            String error,
            List<Event> events,
            long computation) {
        Executed {
            events = List.copyOf(events);
        }
    }

    private final long budget;
    private final RecentTransactions texts = new RecentTransactions();
    private final TreeMap<Long, BlockContents> blocks = new TreeMap<>();
    private final Map<Identifier, Executed> byTransaction = new HashMap<>();
    private final Map<Identifier, Long> byCollection = new HashMap<>();
    private long weight;
    private long forgottenUpTo = -1;

    /**
     * Keeps about so much.
     *
     * @param budget bytes of event text
     */
    Contents(long budget) {
        this.budget = budget;
    }

    /** Takes in the text of a transaction. */
    void put(Identifier id, Transaction transaction) {
        texts.put(id, transaction);
    }

    /** The text of a transaction, or null when it is not kept any more. */
    @Nullable Transaction text(Identifier id) {
        return texts.get(id);
    }

    /** Takes in what a block holds. */
    void put(BlockContents block) {
        blocks.put(block.height(), block);
        byCollection.put(block.collection(), block.height());
        for (Executed executed : block.executed()) {
            if (!executed.isSystem()) {
                byTransaction.put(executed.id(), executed);
            }
        }
        weight += weigh(block);
        while (weight > budget && blocks.size() > 1) {
            forget(blocks.pollFirstEntry().getValue());
        }
    }

    /** What a block holds, or null when it holds nothing. */
    @Nullable BlockContents at(long height) {
        return blocks.get(height);
    }

    /** The next height that holds something, or null. */
    @Nullable Long next(long from) {
        return blocks.ceilingKey(from);
    }

    /** The blocks of a range that hold something. */
    List<BlockContents> between(long from, long to) {
        return new ArrayList<>(blocks.subMap(from, true, to, true).values());
    }

    /** The highest height whose contents were given up; -1 for none. */
    long forgottenUpTo() {
        return forgottenUpTo;
    }

    /** A transaction that was executed, or null. */
    @Nullable Executed transaction(Identifier id) {
        return byTransaction.get(id);
    }

    /** The block of a collection, or null. */
    @Nullable BlockContents collection(Identifier id) {
        Long height = byCollection.get(id);
        return height == null ? null : blocks.get(height);
    }

    private void forget(BlockContents block) {
        weight -= weigh(block);
        forgottenUpTo = block.height();
        byCollection.remove(block.collection());
        block.executed().forEach(executed -> byTransaction.remove(executed.id()));
    }

    private static long weigh(BlockContents block) {
        long sum = 0;
        for (Executed executed : block.executed()) {
            for (Event event : executed.events()) {
                sum += Execution.size(event.payload());
            }
        }
        return sum;
    }

    /** The events of a transaction in their places. */
    static List<Event> placed(Identifier transaction, int index, List<CompositeValue> payloads) {
        List<Event> events = new ArrayList<>(payloads.size());
        for (CompositeValue payload : payloads) {
            events.add(new Event(transaction, index, events.size(), payload));
        }
        return events;
    }
}
