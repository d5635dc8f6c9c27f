package io.epochdesk.network.access;

import io.epochdesk.fault.FaultException;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Where a stream's thread puts batches down and the following thread picks them up; holds only a
 * few.
 */
final class EventInbox implements StreamListener<EventBatch>, AutoCloseable {

    private static final int CAPACITY = 64;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<EventBatch> batches = new ArrayDeque<>();
    private @Nullable FaultException end;
    private boolean closed;

    @Override
    public void next(EventBatch batch) {
        lock.lock();
        try {
            while (batches.size() >= CAPACITY && !closed) {
                changed.await();
            }
            if (!closed) {
                batches.add(batch);
                changed.signalAll();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void ended(FaultException reason) {
        lock.lock();
        try {
            if (end == null) {
                end = reason;
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * The next batch, or null when none came in this time.
     *
     * @throws FaultException why the stream ended, once all batches before its end were taken
     */
    @Nullable EventBatch take(long realNanos) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = realNanos;
            while (batches.isEmpty() && end == null && left > 0) {
                left = changed.awaitNanos(left);
            }
            EventBatch batch = batches.poll();
            if (batch == null && end != null) {
                throw end;
            }
            changed.signalAll();
            return batch;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Whatever still comes is thrown away; a stream that waits to put something down waits no
     * longer.
     */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            batches.clear();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
