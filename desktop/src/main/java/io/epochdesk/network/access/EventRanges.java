package io.epochdesk.network.access;

import io.epochdesk.fault.FaultException;
import io.epochdesk.network.ChainEvent;

import org.onflow.protobuf.access.Access;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads the answer to a question for a range of events, and takes nothing from the node that was
 * not asked for.
 */
final class EventRanges {

    private EventRanges() {}

    /**
     * The events, and how far the answer reaches without a hole.
     *
     * @param malformed makes the fault for an answer that cannot be right
     */
    static EventRange read(
            Access.EventsResponse response,
            Set<String> types,
            long from,
            long to,
            Function<String, FaultException> malformed) {
        List<Access.EventsResponse.Result> blocks = new ArrayList<>(response.getResultsList());
        blocks.sort(Comparator.comparingLong(Access.EventsResponse.Result::getBlockHeight));
        List<ChainEvent> events = new ArrayList<>();
        long coveredTo = from - 1;
        for (Access.EventsResponse.Result block : blocks) {
            long height = block.getBlockHeight();
            if (height < from || height > to) {
                throw malformed.apply("events of a height that was not asked for");
            }
            if (height != coveredTo + 1) {
                throw malformed.apply("a height is missing or told twice among the events");
            }
            coveredTo = height;
            events.addAll(
                    checked(
                            Answers.events(
                                    block.getEventsList(), height, Answers.hex(block.getBlockId())),
                            types,
                            malformed));
        }
        return new EventRange(events, coveredTo);
    }

    static List<ChainEvent> checked(
            List<ChainEvent> events,
            Set<String> types,
            Function<String, FaultException> malformed) {
        for (ChainEvent event : events) {
            if (!types.contains(event.type())) {
                throw malformed.apply("an event of a type that was not asked for");
            }
        }
        return events;
    }
}
