package io.epochdesk.cli;

import io.epochdesk.board.Board;
import io.epochdesk.fleet.Fleet;

import java.util.Optional;

/** Follows the operator's nodes for commands; whoever opens a fleet closes it before its board. */
public interface FleetSource {

    /** Nobody's nodes. */
    FleetSource NONE =
            new FleetSource() {
                @Override
                public Optional<Fleet> known(Board board) {
                    return Optional.empty();
                }

                @Override
                public Fleet open(Board board) {
                    throw new UnsupportedOperationException("no nodes are kept here");
                }
            };

    /**
     * The nodes on a board's network; empty where none was ever added, or the network has not
     * answered. Nothing is made on disk.
     */
    Optional<Fleet> known(Board board);

    /** The nodes on a board's network, also where none was added so far. */
    Fleet open(Board board);
}
