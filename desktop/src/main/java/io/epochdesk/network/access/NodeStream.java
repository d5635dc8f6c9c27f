package io.epochdesk.network.access;

/**
 * An open stream. Closing it tells the node to stop; its listener is told nothing more, and closing
 * twice is harmless.
 */
interface NodeStream extends AutoCloseable {
    @Override
    void close();
}
