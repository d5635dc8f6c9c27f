package io.epochdesk.app;

import io.epochdesk.cli.RehearsalHost;
import io.epochdesk.rehearsal.Rehearsal;
import io.epochdesk.rehearsal.RehearsalOptions;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Keeps a rehearsal running until the process is told to end (Ctrl-C, or a terminating signal), and
 * the process alive until the rehearsal is closed.
 */
final class UntilToldToEnd implements RehearsalHost {

    private static final long CLOSE_SECONDS = 10;

    private final CountDownLatch told = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);

    @Override
    public void host(RehearsalOptions options, Consumer<Rehearsal> running)
            throws IOException, InterruptedException {
        Thread atEnd = Thread.ofPlatform().name("rehearsal at end").unstarted(this::end);
        Runtime.getRuntime().addShutdownHook(atEnd);
        try (Rehearsal rehearsal = Rehearsal.start(options)) {
            running.accept(rehearsal);
            told.await();
        } finally {
            closed.countDown();
        }
    }

    private void end() {
        told.countDown();
        try {
            boolean _ = closed.await(CLOSE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
