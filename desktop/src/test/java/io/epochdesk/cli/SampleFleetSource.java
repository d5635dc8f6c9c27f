package io.epochdesk.cli;

import io.epochdesk.board.Board;
import io.epochdesk.fleet.Fleet;
import io.epochdesk.fleet.FleetSnapshot;
import io.epochdesk.fleet.StillFleet;

import java.util.Optional;

/** A fleet that a test publishes. */
final class SampleFleetSource implements FleetSource {

    final StillFleet fleet = new StillFleet();

    SampleFleetSource(FleetSnapshot first) {
        fleet.snapshot().publish(first);
    }

    @Override
    public Optional<Fleet> known(Board board) {
        return Optional.of(fleet);
    }

    @Override
    public Fleet open(Board board) {
        return fleet;
    }
}
