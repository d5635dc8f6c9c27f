package io.epochdesk.cli;

import io.epochdesk.rehearsal.Rehearsal;
import io.epochdesk.rehearsal.RehearsalOptions;

import java.io.IOException;
import java.util.function.Consumer;

/** Keeps a rehearsal running until the process is told to end. */
@FunctionalInterface
public interface RehearsalHost {

    /**
     * Runs a rehearsal; returns when it is over and everything of it is closed.
     *
     * @param running told as soon as it listens
     * @throws IOException when its port is taken
     */
    void host(RehearsalOptions options, Consumer<Rehearsal> running)
            throws IOException, InterruptedException;
}
