package io.epochdesk.app;

import io.epochdesk.board.Board;
import io.epochdesk.board.BoardSnapshot;
import io.epochdesk.board.LiveBoard;
import io.epochdesk.cli.BoardSource;
import io.epochdesk.live.ClockPulse;
import io.epochdesk.live.LatestValue;
import io.epochdesk.network.FlowNetwork;
import io.epochdesk.network.NetworkProfile;
import io.epochdesk.network.access.GrpcFlowNetwork;

import java.nio.file.Path;
import java.time.InstantSource;

/**
 * Boards of real networks; each has a connection of its own and takes it down when it is closed.
 */
final class LiveBoards implements BoardSource {

    private final Path data;
    private final InstantSource clock;

    /**
     * Boards that keep large whiteboards under a folder.
     *
     * @param data the console's data folder
     * @param clock what ages are counted by
     */
    LiveBoards(Path data, InstantSource clock) {
        this.data = data;
        this.clock = clock;
    }

    @Override
    public Board open(NetworkProfile profile) {
        FlowNetwork network = GrpcFlowNetwork.open(profile);
        try {
            return new Connected(
                    network,
                    new LiveBoard(
                            network,
                            new ClockPulse("board looks"),
                            new ClockPulse("board errands"),
                            clock,
                            data.resolve("whiteboards")));
        } catch (RuntimeException e) {
            network.close();
            throw e;
        }
    }

    /** A board with the network it stands on. */
    private record Connected(FlowNetwork network, Board board) implements Board {

        @Override
        public LatestValue<BoardSnapshot> snapshot() {
            return board.snapshot();
        }

        @Override
        public Hold hold(Interest... interests) {
            return board.hold(interests);
        }

        @Override
        public void refresh() {
            board.refresh();
        }

        @Override
        public void close() {
            try {
                board.close();
            } finally {
                network.close();
            }
        }
    }
}
