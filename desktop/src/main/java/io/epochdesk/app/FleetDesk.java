package io.epochdesk.app;

import io.epochdesk.board.Board;
import io.epochdesk.fleet.Fleet;
import io.epochdesk.fleet.FleetSnapshot;
import io.epochdesk.fleet.Herald;
import io.epochdesk.fleet.KeyFinder;
import io.epochdesk.fleet.LiveFleet;
import io.epochdesk.fleet.Notifier;
import io.epochdesk.history.OwnNode;
import io.epochdesk.live.ClockPulse;
import io.epochdesk.ui.FxFeed;
import io.epochdesk.ui.FxThread;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

/**
 * The operator's nodes on the network being watched: followed, and told of, as long as it is,
 * whatever page is shown.
 */
final class FleetDesk implements AutoCloseable {

    private final Fleet fleet;
    private final FxFeed<FleetSnapshot> feed;
    private final Herald herald;

    /**
     * Begins at once.
     *
     * @param data where the history is kept
     * @param given nodes that are the operator's from the beginning
     * @param notifier told of needs, on a thread of the fleet's
     */
    FleetDesk(
            Board board,
            Path data,
            KeyFinder keys,
            Supplier<List<OwnNode>> given,
            Notifier notifier,
            FxThread fx) {
        InstantSource clock = InstantSource.system();
        fleet =
                new LiveFleet(
                        board,
                        new LiveFleet.Place(data, clock),
                        keys,
                        given,
                        new ClockPulse("fleet looks"),
                        new ClockPulse("fleet rounds"));
        feed = new FxFeed<>(fleet.snapshot(), fx);
        herald = new Herald(fleet, notifier, clock);
    }

    Fleet fleet() {
        return fleet;
    }

    FxFeed<FleetSnapshot> feed() {
        return feed;
    }

    @Override
    public void close() {
        herald.close();
        fleet.close();
    }
}
