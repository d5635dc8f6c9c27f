package io.epochdesk.network.access;

import io.epochdesk.fault.FaultException;

import org.onflow.protobuf.executiondata.Executiondata;

import java.util.Set;
import java.util.function.Function;

/**
 * Reads a stream of events and notices what cannot be right: heights that go back, messages left
 * out, events of types not asked for. flow-go counts messages from 0, its documentation says from
 * 1; an emulator may not count at all.
 */
final class EventStreamReading {

    private final Set<String> types;
    private final Function<String, FaultException> malformed;
    private long lastHeight;
    private long lastIndex = -1;

    EventStreamReading(Set<String> types, long from, Function<String, FaultException> malformed) {
        this.types = types;
        this.malformed = malformed;
        this.lastHeight = from - 1;
    }

    EventBatch read(Executiondata.SubscribeEventsResponse answer) {
        long height = answer.getBlockHeight();
        if (height <= lastHeight) {
            throw malformed.apply("a stream of events went back to height " + height);
        }
        long index = answer.getMessageIndex();
        if (index != 0 && lastIndex > 0 && index != lastIndex + 1) {
            throw malformed.apply("a stream of events left out a message");
        }
        lastHeight = height;
        lastIndex = index;
        String block = Answers.hex(answer.getBlockId());
        return new EventBatch(
                height,
                block,
                EventRanges.checked(
                        Answers.events(answer.getEventsList(), height, block), types, malformed));
    }
}
