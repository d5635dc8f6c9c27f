package io.epochdesk.network.access;

import io.epochdesk.fault.FaultException;
import io.epochdesk.fault.NetworkFault;
import io.epochdesk.network.ChainEvent;
import io.epochdesk.network.EventSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Events of whichever node is in use. */
final class ChainEvents implements EventSource {

    private final EventAccess access;

    ChainEvents(EventAccess access) {
        this.access = access;
    }

    @Override
    public List<ChainEvent> range(Set<String> types, long from, long to) {
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("not a range: " + from + " to " + to);
        }
        try {
            Session session = access.sessions().await();
            List<ChainEvent> all = new ArrayList<>();
            long completeTo =
                    access.ranges()
                            .read(
                                    session.identity().era(),
                                    types,
                                    EventForm.JSON,
                                    from,
                                    to,
                                    (events, upTo, source) -> all.addAll(events));
            if (completeTo < to) {
                throw NetworkFault.of(
                        NetworkFault.Kind.UNAVAILABLE_HEIGHT,
                        "events are known up to height " + completeTo,
                        "node",
                        session.source(),
                        "height",
                        Long.toString(completeTo + 1));
            }
            return List.copyOf(all);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FaultException(Sessions.CLOSED, e);
        }
    }

    @Override
    public Subscription follow(
            Set<String> types, Set<String> signals, long from, Follower follower) {
        if (types.isEmpty() || from < 0) {
            throw new IllegalArgumentException("nothing to follow from " + from);
        }
        long era = access.memory().isEmpty() ? -1 : access.memory().era();
        EventFollowing task = new EventFollowing(types, signals, from, era, follower, access);
        Future<?> following = access.engine().submit(Executors.callable(task));
        return () -> following.cancel(true);
    }
}
