package io.epochdesk.rehearsal.chain;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * IDs, views and times of all blocks without a gap, in a few long arrays: about 52 bytes a block,
 * found by height and by ID. Blocks older than the newest million and a half are forgotten; the
 * root block never is.
 */
final class BlockLog {

    private static final int CHUNK_BITS = 14;
    private static final int CHUNK = 1 << CHUNK_BITS;
    private static final int CHUNKS_KEPT = 92;
    private static final int NUMBERS = 6;

    /** One block as it is kept. */
    record Entry(Identifier id, long height, long view, long nanos) {}

    private final Entry root;
    private final List<long[]> chunks = new ArrayList<>();
    private final HeightsById heights = new HeightsById();
    private long firstChunk;
    private long count;

    BlockLog(Entry root) {
        this.root = root;
        append(root);
    }

    /** The root block. */
    Entry root() {
        return root;
    }

    /** The newest block. */
    Entry last() {
        return at(count - 1);
    }

    /** The lowest height kept, besides the root. */
    long lowest() {
        return root.height() + (firstChunk << CHUNK_BITS);
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
        heights.put(block.id().first(), count);
        count++;
    }

    /** The block of a height, or null. */
    @Nullable Entry byHeight(long height) {
        long place = height - root.height();
        if (place == 0) {
            return root;
        }
        return place < 0 || place >= count || place < (firstChunk << CHUNK_BITS) ? null : at(place);
    }

    /** The block of an ID, or null. */
    @Nullable Entry byId(Identifier id) {
        if (id.equals(root.id())) {
            return root;
        }
        long place = heights.get(id.first());
        if (place < (firstChunk << CHUNK_BITS)) {
            return null;
        }
        Entry found = at(place);
        return found.id().equals(id) ? found : null;
    }

    private Entry at(long place) {
        long[] chunk = chunks.get((int) ((place >>> CHUNK_BITS) - firstChunk));
        int at = (int) (place & (CHUNK - 1)) * NUMBERS;
        return new Entry(
                new Identifier(chunk[at], chunk[at + 1], chunk[at + 2], chunk[at + 3]),
                root.height() + place,
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
