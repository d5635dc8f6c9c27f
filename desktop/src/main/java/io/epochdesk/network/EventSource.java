package io.epochdesk.network;

import java.util.List;
import java.util.Set;

/**
 * Reads events: all of the given types from a height on, in the order of the chain, none lost and
 * none twice, across reconnects and switches of the access node. Ranges of past heights are asked
 * in pieces of at most 250; new ones arrive by subscription, or by polling where the node has none.
 */
public interface EventSource {

    /**
     * All events of these types between two heights, both included; their payloads are
     * JSON-Cadence.
     *
     * @throws io.epochdesk.fault.FaultException when no node has them
     */
    List<ChainEvent> range(Set<String> types, long from, long to);

    /**
     * Follows events from a height on, on a virtual thread, until the subscription is closed or
     * another chain is found.
     *
     * @param types the event types
     * @param from the first height
     * @param follower told of events and of how far everything is complete
     */
    default Subscription follow(Set<String> types, long from, Follower follower) {
        return follow(types, Set.of(), from, follower);
    }

    /**
     * Follows events and, where they happen while one listens, signals as well. Every type costs a
     * call for each range of the past, so what only matters at the moment is not asked for on the
     * way to the present. Later gaps are filled with signals as well.
     *
     * @param types the event types, none of which is lost
     * @param signals further types; where blocks are first caught up on by ranges they are left
     *     out, and the follower is told of which blocks
     * @param from the first height
     * @param follower told of events and of how far those of {@code types} are complete
     */
    Subscription follow(Set<String> types, Set<String> signals, long from, Follower follower);

    /** Told of events in order, on one thread at a time. */
    interface Follower {

        /**
         * These events happened, and nothing else of the types followed, signals excepted, up to
         * and including {@code completeTo}. Their payloads are JSON-Cadence or CCF.
         */
        void events(List<ChainEvent> events, long completeTo, String source);

        /** The signals of these heights, both included, were not told; all else was. */
        default void signalsLeftOut(long from, long to) {}

        /** Following is interrupted by this fault and will be taken up again by itself. */
        void interrupted(io.epochdesk.fault.Fault fault);

        /**
         * Another chain answers now: everything told so far is void, and nothing more will be told.
         */
        void anotherChain();
    }

    /** Closing ends the following; closing twice is harmless. */
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
