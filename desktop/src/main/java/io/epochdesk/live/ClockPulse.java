package io.epochdesk.live;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The pulse of the clock: looks on one virtual thread and waits in between. A look that fails
 * unexpectedly is logged and taken again after {@link #AFTER_DEFECT}; it never ends the pulse.
 */
public final class ClockPulse implements Pulse {

    /** The wait after a look that threw: long enough not to flood the log. */
    static final Duration AFTER_DEFECT = Duration.ofSeconds(5);

    /** How long {@link #close()} waits for a look that does not heed its interrupt. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(ClockPulse.class);

    private final String name;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private @Nullable Thread thread;
    private boolean hurried;
    private boolean closed;

    /**
     * A pulse that has not begun to beat.
     *
     * @param name the name of its thread, for logs and dumps
     */
    public ClockPulse(String name) {
        this.name = name;
    }

    /**
     * {@inheritDoc} A closed pulse never looks.
     *
     * @throws IllegalStateException when it was started before
     */
    @Override
    public void start(Look look) {
        lock.lock();
        try {
            if (thread != null) {
                throw new IllegalStateException(name + " is beating already");
            }
            if (!closed) {
                thread = Thread.ofVirtual().name(name).start(() -> beat(look));
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void hurry() {
        lock.lock();
        try {
            hurried = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Interrupts a look under way and waits until its thread has ended, at most 5 s. Called from
     * within a look it does not wait for itself. Closing twice is harmless.
     */
    @Override
    public void close() {
        Thread beating;
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
            beating = thread;
        } finally {
            lock.unlock();
        }
        if (beating != null && beating != Thread.currentThread()) {
            beating.interrupt();
            await(beating);
        }
    }

    private void await(Thread beating) {
        try {
            if (!beating.join(PATIENCE)) {
                LOG.warn("{} does not end: its look ignores the interrupt", name);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void beat(Look look) {
        try {
            while (waited(lookOnce(look))) {
                // the next look is due
            }
        } catch (InterruptedException e) {
            LOG.debug("{} ends", name);
        }
    }

    private Duration lookOnce(Look look) throws InterruptedException {
        try {
            return look.look();
        } catch (RuntimeException e) {
            LOG.error(
                    "{} looked in vain; it looks again in {} s", name, AFTER_DEFECT.toSeconds(), e);
            return AFTER_DEFECT;
        }
    }

    /** Waits; answers whether to look again. */
    private boolean waited(Duration duration) throws InterruptedException {
        lock.lock();
        try {
            long nanos = duration.toNanos();
            while (!hurried && !closed && nanos > 0) {
                nanos = changed.awaitNanos(nanos);
            }
            hurried = false;
            return !closed;
        } finally {
            lock.unlock();
        }
    }
}
