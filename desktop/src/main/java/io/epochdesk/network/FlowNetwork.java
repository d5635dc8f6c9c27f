package io.epochdesk.network;

import io.epochdesk.live.LatestValue;

import java.time.Duration;

/**
 * A Flow network as the rooms see it: ports for reading and sending, and how the connection stands.
 * Closing it ends every call and stream and leaves no thread and no channel behind.
 */
public interface FlowNetwork extends AutoCloseable {

    /** The profile this network was opened with. */
    NetworkProfile profile();

    ScriptRunner scripts();

    BlockReader blocks();

    EventSource events();

    TransactionSender transactions();

    SequenceNumbers sequenceNumbers();

    /** How the connection stands, kept up to date from the first call of this method on. */
    LatestValue<Connection> connection();

    /**
     * Tells how urgent reading is at present; decides the share of a public host's limits that may
     * be used.
     */
    void pace(Pace pace);

    /**
     * How long to wait between two looks of a poller that runs one script a look, at the present
     * pace. It leaves a part of a public host's budget to scripts that are run now and then.
     */
    Duration scriptInterval();

    @Override
    void close();

    /** How urgent reading is. */
    enum Pace {
        /** Auction or committed: nothing changes quickly. */
        CALM,
        /** Setup is open. */
        SETUP
    }
}
