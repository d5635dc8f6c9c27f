package io.epochdesk.rehearsal.access;

import io.epochdesk.rehearsal.chain.Refusal;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ServerCallStreamObserver;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * One stream to one client on a virtual thread of its own. It sends no faster than the client
 * takes: while the client's window is full nothing is made, so that a slow client costs no memory.
 */
final class MessageStream<M> {

    private final ServerCallStreamObserver<M> client;
    private final Source<M> source;
    private final Consumer<MessageStream<M>> ended;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition room = lock.newCondition();
    private @Nullable Thread thread;
    private volatile boolean over;

    /** Gives messages one after the other. */
    @FunctionalInterface
    interface Source<M> {

        /** The next message, as soon as there is one; null when there will be no more. */
        @Nullable M next() throws Refusal, InterruptedException;
    }

    MessageStream(
            ServerCallStreamObserver<M> client,
            Source<M> source,
            Consumer<MessageStream<M>> ended) {
        this.client = client;
        this.source = source;
        this.ended = ended;
    }

    /** Begins; must be called before the call's handler returns. */
    void begin(ThreadFactory threads) {
        client.setOnReadyHandler(this::wake);
        client.setOnCancelHandler(this::end);
        Thread started = threads.newThread(this::run);
        thread = started;
        started.start();
    }

    /** Ends it from outside: the client is gone or the server goes. */
    void end() {
        over = true;
        Thread running = thread;
        if (running != null) {
            running.interrupt();
        }
    }

    private void run() {
        try {
            send();
        } catch (InterruptedException e) {
            fail(Status.UNAVAILABLE.withDescription("the node ended the stream"));
        } catch (Refusal e) {
            fail(Statuses.of(e).getStatus());
        } catch (StatusRuntimeException e) {
            fail(e.getStatus());
        } finally {
            ended.accept(this);
        }
    }

    private void send() throws Refusal, InterruptedException {
        while (!over) {
            awaitRoom();
            M message = source.next();
            if (message == null) {
                client.onCompleted();
                return;
            }
            client.onNext(message);
        }
        throw new InterruptedException();
    }

    private void fail(Status status) {
        if (!client.isCancelled()) {
            client.onError(status.asRuntimeException());
        }
    }

    private void wake() {
        lock.lock();
        try {
            room.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void awaitRoom() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!client.isReady() && !over) {
                room.await();
            }
        } finally {
            lock.unlock();
        }
    }
}
