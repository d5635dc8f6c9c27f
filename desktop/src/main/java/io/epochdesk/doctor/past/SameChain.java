package io.epochdesk.doctor.past;

import io.epochdesk.fault.FaultException;
import io.epochdesk.fault.NetworkFault;
import io.epochdesk.history.Eras;
import io.epochdesk.history.HistoryStore;
import io.epochdesk.network.BlockHeader;
import io.epochdesk.network.BlockReader;

/** Keeps what was seen of two chains apart that have the same root block, as emulators do. */
public final class SameChain {

    /** Blocks by which an access node may be behind. */
    private static final long LAG = 1_000;

    private SameChain() {}

    /**
     * Compares the chain with the one seen when a history was last written, and begins a new era in
     * it when that was another one; then remembers the newest block. Reads two headers.
     *
     * @throws FaultException when the chain or the history cannot be read or written
     */
    public static void compare(HistoryStore store, BlockReader blocks) {
        if (store.eras().anchor().filter(anchor -> isAnother(anchor, blocks)).isPresent()) {
            store.eras().begin();
        }
        remember(store, blocks);
    }

    /** Remembers the newest block. Reads a header. */
    public static void remember(HistoryStore store, BlockReader blocks) {
        BlockHeader tip = blocks.latestSealed();
        store.eras().anchor(new Eras.Anchor(tip.height(), tip.id()));
    }

    private static boolean isAnother(Eras.Anchor anchor, BlockReader blocks) {
        try {
            return !blocks.at(anchor.height()).id().equals(anchor.blockId());
        } catch (FaultException e) {
            // a chain that has not come so far is another one; a node that lags does so by minutes
            return e.fault() instanceof NetworkFault fault
                    && fault.kind() == NetworkFault.Kind.UNAVAILABLE_HEIGHT
                    && blocks.latestSealed().height() + LAG < anchor.height();
        }
    }
}
