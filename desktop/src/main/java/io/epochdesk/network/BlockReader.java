package io.epochdesk.network;

/** Reads block headers. */
public interface BlockReader {

    /** The newest sealed header. */
    BlockHeader latestSealed();

    /** The header at a height, sealed. */
    BlockHeader at(long height);

    /** Height of the first block this network's nodes can answer for (the current spork's root). */
    long rootHeight();
}
