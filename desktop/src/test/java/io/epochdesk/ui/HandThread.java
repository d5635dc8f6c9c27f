package io.epochdesk.ui;

import javafx.util.Subscription;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/**
 * A FX thread cranked by hand: nothing runs before {@link #turn()}, no wait ends before {@link
 * #pass()}.
 */
public final class HandThread implements FxThread {

    private final Queue<Runnable> queue = new ArrayDeque<>();
    private final List<Runnable> waiting = new ArrayList<>();

    @Override
    public synchronized void run(Runnable work) {
        queue.add(work);
    }

    @Override
    public synchronized Subscription after(Duration wait, Runnable work) {
        waiting.add(work);
        return () -> waiting.remove(work);
    }

    /** Runs what is queued. */
    public synchronized void turn() {
        while (!queue.isEmpty()) {
            queue.remove().run();
        }
    }

    /** Ends every wait that is running. */
    public synchronized void pass() {
        List<Runnable> due = List.copyOf(waiting);
        waiting.clear();
        due.forEach(Runnable::run);
    }

    /** How many waits are running. */
    public synchronized int waits() {
        return waiting.size();
    }

    /** How many pieces of work are queued. */
    public synchronized int queued() {
        return queue.size();
    }
}
