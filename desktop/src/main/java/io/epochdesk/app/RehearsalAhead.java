package io.epochdesk.app;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;

/** Starts rehearsal networks, the first of them before anybody asks for it. */
final class RehearsalAhead implements RehearsalSource, AutoCloseable {

    private final RehearsalSource source;
    private @Nullable CompletableFuture<RunningRehearsal> ahead;

    /** Networks of this source; none is started so far. */
    RehearsalAhead(RehearsalSource source) {
        this.source = source;
    }

    /** Begins to start the one for whoever asks first. */
    synchronized void begin(Executor background) {
        ahead = CompletableFuture.supplyAsync(source::start, background);
    }

    @Override
    public RunningRehearsal start() {
        CompletableFuture<RunningRehearsal> begun = take();
        if (begun == null) {
            return source.start();
        }
        try {
            return begun.get();
        } catch (InterruptedException e) {
            var _ = begun.thenAccept(RunningRehearsal::close);
            Thread.currentThread().interrupt();
            throw new CancellationException("nobody waits for the rehearsal any more");
        } catch (ExecutionException e) {
            // A second attempt tells in its own words what is wrong, if it still is.
            return source.start();
        }
    }

    /** Stops the one that was begun, if nobody asked for it. */
    @Override
    public void close() {
        CompletableFuture<RunningRehearsal> unwanted = take();
        if (unwanted != null) {
            var _ = unwanted.thenAccept(RunningRehearsal::close);
        }
    }

    private synchronized @Nullable CompletableFuture<RunningRehearsal> take() {
        CompletableFuture<RunningRehearsal> begun = ahead;
        ahead = null;
        return begun;
    }
}
