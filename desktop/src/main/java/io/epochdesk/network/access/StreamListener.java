package io.epochdesk.network.access;

import io.epochdesk.fault.FaultException;

/**
 * Told what a stream brings, on one thread at a time and in order. While {@link #next} runs nothing
 * more is asked of the node than a small stock, so a slow listener slows the node down and costs no
 * memory.
 *
 * @param <T> what the stream carries
 */
interface StreamListener<T> {

    /** The next message. */
    void next(T message);

    /**
     * The stream ended for this reason; nothing more is told. A stream the node ends in good order
     * ends so too.
     */
    void ended(FaultException reason);
}
