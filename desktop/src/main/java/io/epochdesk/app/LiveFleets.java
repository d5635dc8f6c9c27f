package io.epochdesk.app;

import io.epochdesk.board.Board;
import io.epochdesk.cli.FleetSource;
import io.epochdesk.fleet.Fleet;
import io.epochdesk.fleet.LiveFleet;
import io.epochdesk.history.HistoryName;
import io.epochdesk.history.HistoryStore;
import io.epochdesk.keys.vault.VaultDoor;
import io.epochdesk.keys.vault.VaultSession;
import io.epochdesk.live.ClockPulse;
import io.epochdesk.network.ChainIdentity;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The operator's nodes for headless commands, from a data folder. Nobody is asked for a password:
 * what is in the vault stays there, and the doctor says so.
 */
final class LiveFleets implements FleetSource {

    private final Path data;
    private final Clock clock;

    LiveFleets(Path data, Clock clock) {
        this.data = data;
        this.clock = clock;
    }

    @Override
    public Optional<Fleet> known(Board board) {
        ChainIdentity identity = board.snapshot().current().connection().identity();
        return identity != null
                        && HistoryStore.isThere(
                                data,
                                new HistoryName(
                                        identity.profile(),
                                        identity.chain().value(),
                                        identity.rootBlock()))
                ? Optional.of(open(board))
                : Optional.empty();
    }

    @Override
    public Fleet open(Board board) {
        VaultSession locked = new VaultSession(clock, System::nanoTime, Duration.ZERO);
        return new LiveFleet(
                board,
                new LiveFleet.Place(data, clock),
                new KeysAtHand(
                        locked,
                        VaultDoor.of(data).store()::exists,
                        board.network().profile().chain().value()),
                List::of,
                new ClockPulse("fleet looks"),
                new ClockPulse("fleet rounds"));
    }
}
