package io.epochdesk.rehearsal.access;

import io.epochdesk.rehearsal.chain.Block;
import io.epochdesk.rehearsal.chain.BlockEvents;
import io.epochdesk.rehearsal.chain.Chain;
import io.epochdesk.rehearsal.chain.Event;
import io.epochdesk.rehearsal.chain.Refusal;

import org.onflow.protobuf.executiondata.Executiondata;

import java.time.Duration;
import java.util.List;

/**
 * Events of sealed blocks from a height on: a message for every block that has some, and a
 * heartbeat whenever as many blocks as agreed have passed without a message. Blocks without events
 * are passed over at once, however many.
 */
final class EventSource implements MessageStream.Source<Executiondata.SubscribeEventsResponse> {

    /** Of a real node that is not told an interval: a message for every block. */
    private static final long USUAL_HEARTBEAT = 1;

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Chain chain;
    private final EventFilter filter;
    private final long heartbeat;
    private final EventForm form;
    private long next;
    private long told;
    private long index;

    /**
     * A source.
     *
     * @param from the first height, which the chain has
     * @param heartbeat blocks between two messages at most; 0 for the usual
     */
    EventSource(Chain chain, EventFilter filter, long from, long heartbeat, EventForm form) {
        this.chain = chain;
        this.filter = filter;
        this.heartbeat = heartbeat == 0 ? USUAL_HEARTBEAT : heartbeat;
        this.form = form;
        this.next = from;
        this.told = from - 1;
    }

    /**
     * The height a stream begins at, checked as flow-go does.
     *
     * @param id a block, or empty
     * @param height a height, or 0
     */
    static long start(Chain chain, com.google.protobuf.ByteString id, long height) {
        if (!id.isEmpty() && height != 0) {
            throw Statuses.invalid("only one of start block ID and start height may be provided");
        }
        if (!id.isEmpty()) {
            return new Heights(chain).byId(id).height();
        }
        long root = chain.root().height();
        if (height == 0) {
            return root;
        }
        if (Long.compareUnsigned(height, root) < 0) {
            throw Statuses.invalid(
                    "start height must be greater than or equal to the root height " + root);
        }
        long newest = chain.latestSealed().height();
        if (Long.compareUnsigned(height, newest) > 0) {
            throw Statuses.invalid(
                    "start height "
                            + Long.toUnsignedString(height)
                            + " is higher than highest indexed height "
                            + newest);
        }
        return height;
    }

    @Override
    public Executiondata.SubscribeEventsResponse next() throws Refusal, InterruptedException {
        while (true) {
            long newest = chain.awaitSealed(next - 1, PATIENCE);
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            while (next <= newest) {
                long beat = told + heartbeat;
                long eventful = chain.nextHeightWithEvents(next).orElse(Long.MAX_VALUE);
                long look = Math.min(eventful, beat);
                if (look > newest) {
                    next = newest + 1;
                    break;
                }
                next = look + 1;
                List<Event> wanted = look == eventful ? wanted(look) : List.of();
                if (!wanted.isEmpty() || look >= beat) {
                    told = look;
                    return message(look, wanted);
                }
            }
        }
    }

    private List<Event> wanted(long height) throws Refusal {
        BlockEvents block = chain.events(height);
        return block.events().stream().filter(filter::wants).toList();
    }

    private Executiondata.SubscribeEventsResponse message(long height, List<Event> events) {
        Block block =
                chain.block(height)
                        .orElseThrow(() -> Statuses.notFound("block " + height + " not found"));
        return Executiondata.SubscribeEventsResponse.newBuilder()
                .setBlockId(Messages.bytes(block.id()))
                .setBlockHeight(height)
                .setBlockTimestamp(Messages.timestamp(block.timestamp()))
                .addAllEvents(Messages.events(events, form))
                .setMessageIndex(index++)
                .build();
    }
}
