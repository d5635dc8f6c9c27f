package io.epochdesk.network.access;

/**
 * What following events needs of its network.
 *
 * @param sessions the node in use
 * @param memory the chain as seen so far
 * @param tips holds blocks against those seen
 * @param blocks headers
 * @param ranges past events
 * @param engine threads, time and budget
 */
record EventAccess(
        Sessions sessions,
        ChainMemory memory,
        TipWatch tips,
        CheckedBlocks blocks,
        EventRangeReader ranges,
        Engine engine) {}
