package io.epochdesk.live;

import java.time.Duration;

/**
 * The beat a watch lives by: it decides when the next look is due. The clock's pulse waits on a
 * virtual thread; a test cranks its own by hand.
 */
public interface Pulse extends AutoCloseable {

    /**
     * Runs the look now and again after the duration that each look returns, one at a time, until
     * the pulse is closed. {@link #hurry()} shortens a wait.
     */
    void start(Look look);

    /** Cuts the present wait short: the next look happens at once. */
    void hurry();

    @Override
    void close();

    /** One look at the world. */
    @FunctionalInterface
    interface Look {
        /** Looks once and returns how long to wait before the next look. */
        Duration look() throws InterruptedException;
    }
}
