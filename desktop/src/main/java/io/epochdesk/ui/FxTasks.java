package io.epochdesk.ui;

import io.epochdesk.fault.Fault;
import io.epochdesk.fault.FaultException;
import io.epochdesk.fault.InternalFault;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;

/** Runs work off the FX thread and brings its outcome back to it. */
public final class FxTasks {

    private static final Logger LOG = LoggerFactory.getLogger(FxTasks.class);

    private final Executor background;
    private final FxThread fx;

    /**
     * Tasks on these threads.
     *
     * @param background one thread a task; a same-thread executor in tests
     * @param fx where outcomes are told
     */
    public FxTasks(Executor background, FxThread fx) {
        this.background = background;
        this.fx = fx;
    }

    /**
     * Starts work; one of the two outcomes is told on the FX thread, unless the task was cancelled
     * before.
     *
     * @param name what the log calls it
     * @param work runs in the background; interrupted when cancelled
     * @param success told what it returned
     * @param failure told what went wrong; what is not a fault becomes {@code INT-901}
     */
    public <T> Running start(
            String name,
            Callable<T> work,
            Consumer<? super T> success,
            Consumer<? super Fault> failure) {
        Run<T> run = new Run<>(name, work, success, failure);
        background.execute(run);
        return () -> run.cancel(true);
    }

    /** A task under way. */
    @FunctionalInterface
    public interface Running {
        /** Interrupts the work; nothing of it is told afterwards. Harmless when it has ended. */
        void cancel();
    }

    private final class Run<T> extends FutureTask<T> {

        private final String name;
        private final Consumer<? super T> success;
        private final Consumer<? super Fault> failure;

        Run(
                String name,
                Callable<T> work,
                Consumer<? super T> success,
                Consumer<? super Fault> failure) {
            super(work);
            this.name = name;
            this.success = success;
            this.failure = failure;
        }

        @Override
        protected void done() {
            if (!isCancelled()) {
                fx.run(this::tell);
            }
        }

        private void tell() {
            T value;
            try {
                value = get();
            } catch (CancellationException _) {
                return;
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return;
            } catch (ExecutionException e) {
                failure.accept(fault(Objects.requireNonNullElse(e.getCause(), e)));
                return;
            }
            success.accept(value);
        }

        private Fault fault(Throwable cause) {
            if (cause instanceof FaultException known) {
                LOG.info("{}: {}", name, known.getMessage());
                return known.fault();
            }
            LOG.error("{} failed unexpectedly", name, cause);
            return new InternalFault(
                    InternalFault.Kind.UNEXPECTED,
                    Map.of("what", name),
                    String.valueOf(cause.getMessage()));
        }
    }
}
