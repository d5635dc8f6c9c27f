package io.epochdesk.network.access;

import io.epochdesk.fault.Fault;
import io.epochdesk.fault.FaultException;
import io.epochdesk.network.ChainIdentity;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** One admitted connection to an access node, from its admission to its end. */
final class Session {

    private final NodeSlot slot;
    private final NodeCalls calls;
    private final ChainIdentity identity;
    private final Set<Consumer<Fault>> listeners = new LinkedHashSet<>();
    private final AtomicReference<@Nullable Lack> lack = new AtomicReference<>();
    private @Nullable Fault end;
    private final AtomicInteger failuresInARow = new AtomicInteger();

    Session(NodeSlot slot, NodeCalls calls, ChainIdentity identity) {
        this.slot = slot;
        this.calls = calls;
        this.identity = identity;
    }

    NodeSlot slot() {
        return slot;
    }

    NodeCalls calls() {
        return calls;
    }

    /** What every answer of this session belongs to. */
    ChainIdentity identity() {
        return identity;
    }

    /** The name of its node, for provenance. */
    String source() {
        return slot.node().name();
    }

    /** A call was answered. */
    void succeeded() {
        failuresInARow.set(0);
    }

    /** A call failed; returns how many have in a row. */
    int failed() {
        return failuresInARow.incrementAndGet();
    }

    /** Its node no longer has heights up to this one, as it said itself; others have. */
    void lacks(long height, FaultException said) {
        lack.updateAndGet(
                known -> known == null || known.height < height ? new Lack(height, said) : known);
    }

    /** What its node said when it was asked for something of such a height, or null. */
    @Nullable FaultException lackOf(long height) {
        Lack known = lack.get();
        return known != null && height <= known.height ? known.said : null;
    }

    /**
     * Told the reason when it is over, at once if it is already.
     *
     * @return makes it forget the listener, who would otherwise be held until the end
     */
    Runnable onEnd(Consumer<Fault> listener) {
        Fault reason;
        synchronized (listeners) {
            reason = end;
            if (reason == null) {
                listeners.add(listener);
            }
        }
        if (reason != null) {
            listener.accept(reason);
        }
        return () -> {
            synchronized (listeners) {
                listeners.remove(listener);
            }
        };
    }

    boolean isOver() {
        synchronized (listeners) {
            return end != null;
        }
    }

    /** How many wait to be told of its end. */
    int listeners() {
        synchronized (listeners) {
            return listeners.size();
        }
    }

    /** Ends it, with all its calls and streams. */
    void finish(Fault reason) {
        List<Consumer<Fault>> told;
        synchronized (listeners) {
            if (end != null) {
                return;
            }
            end = reason;
            told = List.copyOf(listeners);
            listeners.clear();
        }
        told.forEach(listener -> listener.accept(reason));
        calls.close();
    }

    private record Lack(long height, FaultException said) {}
}
