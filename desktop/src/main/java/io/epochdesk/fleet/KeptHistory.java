package io.epochdesk.fleet;

import io.epochdesk.doctor.past.SameChain;
import io.epochdesk.fault.Fault;
import io.epochdesk.fault.FaultException;
import io.epochdesk.fault.FleetFault;
import io.epochdesk.history.HistoryName;
import io.epochdesk.history.HistoryStore;
import io.epochdesk.network.BlockReader;
import io.epochdesk.network.ChainIdentity;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The history of the network that answers: opened once its identity is known, another one when that
 * changes, and a new era in it when another chain shows under the same root block.
 */
final class KeptHistory implements AutoCloseable {

    private final Path data;
    private final InstantSource clock;
    private @Nullable HistoryStore store;
    private @Nullable ChainIdentity identity;
    private boolean compared;
    private boolean closed;

    KeptHistory(Path data, InstantSource clock) {
        this.data = data;
        this.clock = clock;
    }

    /**
     * The history of this network.
     *
     * @throws FaultException when it cannot be opened
     */
    synchronized HistoryStore of(ChainIdentity now) {
        HistoryStore open = store;
        if (closed) {
            throw FleetFault.of(FleetFault.Kind.NO_NETWORK_YET, "");
        }
        if (open == null || !isSameFile(now)) {
            close(open);
            store = null;
            identity = null;
            compared = false;
            open =
                    HistoryStore.open(
                            data,
                            new HistoryName(now.profile(), now.chain().value(), now.rootBlock()),
                            clock);
            store = open;
        } else if (identity != null && identity.era() != now.era()) {
            open.eras().begin();
            compared = false;
        }
        identity = now;
        return open;
    }

    /**
     * The history that is open.
     *
     * @throws FaultException when none is
     */
    synchronized HistoryStore open() {
        HistoryStore open = store;
        if (open == null || closed) {
            throw FleetFault.of(FleetFault.Kind.NO_NETWORK_YET, "");
        }
        return open;
    }

    /** What was damaged and put aside when it was opened. */
    synchronized Optional<Fault> setAside() {
        return store == null ? Optional.empty() : store.setAside();
    }

    /**
     * Compares the chain with the one seen when this history was last written, once after opening,
     * and remembers the newest block. Reads a header.
     */
    void compare(ChainIdentity now, BlockReader blocks) {
        HistoryStore open = of(now);
        if (compared) {
            SameChain.remember(open, blocks);
        } else {
            SameChain.compare(open, blocks);
            compared = true;
        }
    }

    private boolean isSameFile(ChainIdentity now) {
        return identity != null
                && identity.profile().equals(now.profile())
                && identity.chain().equals(now.chain())
                && identity.rootBlock().equals(now.rootBlock());
    }

    private static void close(@Nullable HistoryStore open) {
        if (open != null) {
            open.close();
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        close(store);
        store = null;
    }
}
