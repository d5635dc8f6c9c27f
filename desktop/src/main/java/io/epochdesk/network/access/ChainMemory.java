package io.epochdesk.network.access;

import io.epochdesk.network.BlockHeader;
import io.epochdesk.network.ChainId;
import io.epochdesk.network.ChainIdentity;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.TreeMap;

/**
 * What the console has seen of a chain so far, to tell it from every other: the root block, the IDs
 * of the last blocks seen, and which era it is. An emulator started afresh has the same chain ID
 * and the same root block as before; only later blocks tell it from its predecessor.
 */
final class ChainMemory {

    private static final int REMEMBERED = 1_024;

    private final String profile;
    private final ChainId chain;
    private final TreeMap<Long, String> seen = new TreeMap<>();
    private @Nullable BlockHeader root;
    private @Nullable BlockHeader tip;
    private long era;
    private int bestWitness = Integer.MAX_VALUE;

    ChainMemory(String profile, ChainId chain) {
        this.profile = profile;
        this.chain = chain;
    }

    /** Whether nothing has been seen in this era yet. */
    synchronized boolean isEmpty() {
        return root == null;
    }

    /** Begins the present era with what its first witness shows. */
    synchronized ChainIdentity begin(BlockHeader rootBlock, BlockHeader newest, int witness) {
        root = rootBlock;
        remember(rootBlock);
        remember(newest);
        tip = newest;
        bestWitness = witness;
        return new ChainIdentity(profile, chain, rootBlock.id(), era);
    }

    /** Another history: forgets everything and begins the next era. */
    synchronized void forget() {
        seen.clear();
        root = null;
        tip = null;
        bestWitness = Integer.MAX_VALUE;
        era++;
    }

    synchronized long era() {
        return era;
    }

    /** The identity of the present era, or null before its first block. */
    synchronized @Nullable ChainIdentity identity() {
        return root == null ? null : new ChainIdentity(profile, chain, root.id(), era);
    }

    synchronized @Nullable BlockHeader root() {
        return root;
    }

    /** The newest sealed header seen in this era, or null. */
    synchronized @Nullable BlockHeader tip() {
        return tip;
    }

    /** A node of this place in the list shows the same history. */
    synchronized void witnessedBy(int index) {
        bestWitness = Math.min(bestWitness, index);
    }

    /**
     * Whether a node that shows another history is to be believed: only the one the operator
     * prefers to all that have shown the present history, or that one itself. A later one in the
     * list is on another chain.
     */
    synchronized boolean mayBeReplacedBy(int index) {
        return index <= bestWitness;
    }

    /** Whether a block of another ID has been seen at this height. */
    synchronized boolean contradicts(long height, String blockId) {
        String known = seen.get(height);
        return known != null && !known.equals(blockId);
    }

    /** The ID of the newest block seen at or below a height, with its height, or null. */
    synchronized Map.@Nullable Entry<Long, String> newestUpTo(long height) {
        return seen.floorEntry(height);
    }

    /** Takes a header in; returns whether it is the newest. */
    synchronized boolean take(BlockHeader header) {
        remember(header);
        if (tip == null || header.height() > tip.height()) {
            tip = header;
            return true;
        }
        return false;
    }

    private void remember(BlockHeader header) {
        seen.put(header.height(), header.id());
        while (seen.size() > REMEMBERED && root != null) {
            Long oldest = seen.higherKey(root.height());
            seen.remove(oldest == null ? seen.firstKey() : oldest);
        }
    }
}
