package io.epochdesk.parallel;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Predicate;

/**
 * The platform threads that come of what one test begins, told from those of tests beside it: what
 * is begun {@link #from here} and all that it starts are of one thread group.
 */
public final class OwnThreads {

    private final ThreadGroup group = new ThreadGroup("of one test");

    /**
     * Lets work run on a thread of this group and waits for it.
     *
     * @throws IllegalStateException when it fails, with its reason
     */
    public <T> T from(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        new Thread(group, task, "begins").start();
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The names of those that live and begin with this. */
    public List<String> alive(String prefix) {
        Predicate<Thread> named = thread -> thread.getName().startsWith(prefix);
        Thread[] found = new Thread[group.activeCount() + 64];
        return Arrays.stream(found, 0, group.enumerate(found))
                .filter(named)
                .map(Thread::getName)
                .toList();
    }
}
