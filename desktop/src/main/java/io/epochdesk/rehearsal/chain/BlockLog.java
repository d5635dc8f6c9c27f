package io.epochdesk.rehearsal.chain;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;

/**
 * IDs, views and times of all blocks without a gap, in a few long arrays: about 52 bytes a block,
 * found by height and by ID. Blocks older than the newest million and a half are forgotten; the
 * root block never is. Blocks of a past are computed, and found by ID once they were found by
 * height: nobody else can know their IDs.
 */
final class BlockLog {

    private static final int CHUNK_BITS = 14;
    private static final int CHUNK = 1 << CHUNK_BITS;
    private static final int CHUNKS_KEPT = 92;
    private static final int NUMBERS = 6;

    /** One block as it is kept. */
    record Entry(Identifier id, long height, long view, long nanos) {}

    private final Entry root;
    private final Entry first;
    private final LongFunction<Entry> past;
    private final List<long[]> chunks = new ArrayList<>();
    private final HeightsById heights = new HeightsById();
    private long firstChunk;
    private long count;

    /**
     * A log.
     *
     * @param root the root block
     * @param first the first block that is kept; the root block where there is no past
     * @param past computes the blocks from the root to the one before the first, by height
     */
    BlockLog(Entry root, Entry first, LongFunction<Entry> past) {
        this.root = root;
        this.first = first;
        this.past = past;
        append(first);
    }

    /** The root block. */
    Entry root() {
        return root;
    }

    /** The newest block. */
    Entry last() {
        return at(count - 1);
    }

    /** Adds the block of the next height. */
    void append(Entry block) {
        int place = (int) (count & (CHUNK - 1));
        if (place == 0) {
            chunks.add(new long[CHUNK * NUMBERS]);
            forgetOldest();
        }
        long[] chunk = chunks.getLast();
        int at = place * NUMBERS;
        chunk[at] = block.id().first();
        chunk[at + 1] = block.id().second();
        chunk[at + 2] = block.id().third();
        chunk[at + 3] = block.id().fourth();
        chunk[at + 4] = block.view();
        chunk[at + 5] = block.nanos();
        heights.put(block.id().first(), block.height() - root.height());
        count++;
    }

    /** The block of a height, or null. */
    @Nullable Entry byHeight(long height) {
        if (height == root.height()) {
            return root;
        }
        if (height < root.height()) {
            return null;
        }
        long place = height - first.height();
        if (place < 0) {
            Entry computed = past.apply(height);
            heights.put(computed.id().first(), height - root.height());
            return computed;
        }
        return place >= count || place < (firstChunk << CHUNK_BITS) ? null : at(place);
    }

    /** The block of an ID, or null. */
    @Nullable Entry byId(Identifier id) {
        if (id.equals(root.id())) {
            return root;
        }
        long above = heights.get(id.first());
        Entry found = above < 0 ? null : byHeight(root.height() + above);
        return found != null && found.id().equals(id) ? found : null;
    }

    private Entry at(long place) {
        long[] chunk = chunks.get((int) ((place >>> CHUNK_BITS) - firstChunk));
        int at = (int) (place & (CHUNK - 1)) * NUMBERS;
        return new Entry(
                new Identifier(chunk[at], chunk[at + 1], chunk[at + 2], chunk[at + 3]),
                first.height() + place,
                chunk[at + 4],
                chunk[at + 5]);
    }

    private void forgetOldest() {
        if (chunks.size() > CHUNKS_KEPT) {
            long[] old = chunks.removeFirst();
            for (int at = 0; at < old.length; at += NUMBERS) {
                heights.remove(old[at]);
            }
            firstChunk++;
        }
    }
}
