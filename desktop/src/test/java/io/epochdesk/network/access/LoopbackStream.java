package io.epochdesk.network.access;

import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * One open stream of a loopback node: sends block by block as the client takes them, and ends when
 * told.
 */
final class LoopbackStream<A> {

    private final LoopbackChain chain;
    private final ServerCallStreamObserver<A> client;
    private final Function<LoopbackChain.Block, @Nullable A> message;
    private final BooleanSupplier frozen;
    private final Executor executor;
    private final AtomicBoolean ended = new AtomicBoolean();
    private final Runnable pump = this::pumpLater;
    private final AtomicLong sent = new AtomicLong();
    private long next;

    LoopbackStream(
            LoopbackChain chain,
            ServerCallStreamObserver<A> client,
            long from,
            Function<LoopbackChain.Block, @Nullable A> message,
            BooleanSupplier frozen,
            Executor executor) {
        this.chain = chain;
        this.client = client;
        this.next = from;
        this.message = message;
        this.frozen = frozen;
        this.executor = executor;
    }

    void start() {
        client.setOnReadyHandler(pump);
        client.setOnCancelHandler(this::stop);
        chain.onSealed(pump);
        pumpLater();
    }

    void pumpLater() {
        executor.execute(this::send);
    }

    private synchronized void send() {
        while (!ended.get() && !frozen.getAsBoolean() && client.isReady() && chain.has(next)) {
            A answer = message.apply(chain.at(next));
            next++;
            if (answer != null) {
                client.onNext(answer);
                sent.incrementAndGet();
            }
        }
    }

    void end(Status status) {
        executor.execute(() -> endNow(status));
    }

    private synchronized void endNow(Status status) {
        if (stop()) {
            if (status.isOk()) {
                client.onCompleted();
            } else {
                client.onError(status.asRuntimeException());
            }
        }
    }

    private boolean stop() {
        chain.forget(pump);
        return ended.compareAndSet(false, true);
    }

    long sent() {
        return sent.get();
    }

    boolean isOpen() {
        return !ended.get();
    }
}
