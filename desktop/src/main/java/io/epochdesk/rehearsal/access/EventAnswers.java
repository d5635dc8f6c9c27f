package io.epochdesk.rehearsal.access;

import com.google.protobuf.ByteString;

import io.epochdesk.rehearsal.chain.Block;
import io.epochdesk.rehearsal.chain.BlockEvents;
import io.epochdesk.rehearsal.chain.Chain;
import io.epochdesk.rehearsal.chain.Event;
import io.epochdesk.rehearsal.chain.Refusal;
import io.grpc.StatusRuntimeException;

import org.onflow.protobuf.access.Access;

import java.util.ArrayList;
import java.util.List;

/**
 * Answers questions for events of past blocks, with the limits of a real node (flow-go {@code
 * engine/access/rpc/backend/events/events.go}).
 */
final class EventAnswers {

    private final Chain chain;
    private final Heights heights;
    private final int most;

    EventAnswers(Chain chain, int most) {
        this.chain = chain;
        this.heights = new Heights(chain);
        this.most = most;
    }

    Access.EventsResponse range(Access.GetEventsForHeightRangeRequest request) throws Refusal {
        EventForm form = EventForm.of(request.getEventEncodingVersion());
        String type = Requests.eventType(request.getType());
        long from = request.getStartHeight();
        long to = request.getEndHeight();
        if (Long.compareUnsigned(to, from) < 0) {
            throw Statuses.invalid("start height must not be larger than end height");
        }
        if (Long.compareUnsigned(to - from, most) >= 0) {
            throw tooWide(Long.toUnsignedString(to - from + 1));
        }
        long sealed = chain.latestSealed().height();
        if (Long.compareUnsigned(from, sealed) > 0) {
            throw Statuses.outOfRange(
                    "start height "
                            + Long.toUnsignedString(from)
                            + " is greater than the last sealed block height "
                            + sealed);
        }
        if (from < chain.root().height()) {
            heights.byHeight(from);
        }
        return response(chain.events(type, from, Math.min(to, sealed)), form);
    }

    Access.EventsResponse blocks(Access.GetEventsForBlockIDsRequest request) throws Refusal {
        EventForm form = EventForm.of(request.getEventEncodingVersion());
        String type = Requests.eventType(request.getType());
        if (request.getBlockIdsCount() == 0) {
            throw Statuses.invalid("empty block ids");
        }
        if (request.getBlockIdsCount() > most) {
            throw tooWide(Integer.toString(request.getBlockIdsCount()));
        }
        List<BlockEvents> found = new ArrayList<>();
        for (ByteString id : request.getBlockIdsList()) {
            Block block = heights.byId(id);
            BlockEvents all = chain.events(block.height());
            List<Event> some =
                    all.events().stream().filter(event -> event.type().equals(type)).toList();
            found.add(new BlockEvents(all.blockId(), all.height(), all.timestamp(), some));
        }
        return response(found, form);
    }

    private Access.EventsResponse response(List<BlockEvents> blocks, EventForm form) {
        return Access.EventsResponse.newBuilder()
                .addAllResults(blocks.stream().map(block -> Messages.events(block, form)).toList())
                .setMetadata(heights.metadata())
                .build();
    }

    private StatusRuntimeException tooWide(String asked) {
        return Statuses.invalid(
                "requested block range (" + asked + ") exceeded maximum (" + most + ")");
    }
}
