package io.epochdesk.network.access;

import io.epochdesk.network.ChainEvent;

import java.util.List;

/**
 * Events of a range of heights, as far as the node knew it. A node silently leaves out heights it
 * has not sealed or indexed yet (flow-go {@code engine/access/rpc/backend/events}), so what was
 * asked and what was covered are two things.
 *
 * @param events of the type asked for, in the order of the chain
 * @param coveredTo every height from the start to this one was answered, with or without events;
 *     start - 1 for none
 */
record EventRange(List<ChainEvent> events, long coveredTo) {
    EventRange {
        events = List.copyOf(events);
    }
}
