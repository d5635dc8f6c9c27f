package io.epochdesk.registration;

import org.jspecify.annotations.Nullable;

/** A transaction from a file, handed in. */
@FunctionalInterface
public interface Underway {

    /**
     * Follows it until it is known how it ended, for as long as that takes.
     *
     * @throws InterruptedException when it is given up for now; sending the same file goes on
     *     following it
     */
    Outcome follow() throws InterruptedException;

    /**
     * What came of it.
     *
     * @param ending how it ended
     * @param record the flow it was built by, as it stands now; null when it was not built here
     * @param proof what is on the chain now; null when it was not built here, or did not succeed
     */
    record Outcome(Ending ending, @Nullable FlowRecord record, @Nullable Proof proof) {}
}
