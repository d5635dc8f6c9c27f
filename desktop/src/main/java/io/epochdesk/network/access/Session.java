package io.epochdesk.network.access;

import io.epochdesk.fault.Fault;
import io.epochdesk.network.ChainIdentity;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** One admitted connection to an access node, from its admission to its end. */
final class Session {

    private final NodeSlot slot;
    private final NodeCalls calls;
    private final ChainIdentity identity;
    private final CompletableFuture<Fault> end = new CompletableFuture<>();
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

    /** Told the reason when it is over, at once if it is already. */
    void onEnd(Consumer<Fault> listener) {
        CompletableFuture<Void> _ = end.thenAccept(listener);
    }

    boolean isOver() {
        return end.isDone();
    }

    /** Ends it, with all its calls and streams. */
    void finish(Fault reason) {
        if (end.complete(reason)) {
            calls.close();
        }
    }
}
