package io.epochdesk.rehearsal.chain;

import java.time.Instant;
import java.util.List;

/**
 * Events of one block, those of the system transaction last.
 *
 * @param blockId the block
 * @param height its height
 * @param timestamp its timestamp
 * @param events in order; may be none
 */
public record BlockEvents(Identifier blockId, long height, Instant timestamp, List<Event> events) {
    public BlockEvents {
        events = List.copyOf(events);
    }
}
