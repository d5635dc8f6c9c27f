package io.epochdesk.network.access;

import io.epochdesk.network.ChainEvent;

import java.util.List;

/**
 * Events of one block, or a heartbeat that says there were none up to this block. The stream's own
 * timestamps are left out: an emulator sends none.
 *
 * @param height height of the block; everything up to it has been told
 * @param blockId its ID, 64 hex digits
 * @param events in the order of the chain; empty for a heartbeat
 */
record EventBatch(long height, String blockId, List<ChainEvent> events) {
    EventBatch {
        events = List.copyOf(events);
    }
}
