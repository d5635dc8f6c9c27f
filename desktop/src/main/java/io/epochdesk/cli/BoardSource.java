package io.epochdesk.cli;

import io.epochdesk.board.Board;
import io.epochdesk.network.NetworkProfile;

/** Opens boards. */
@FunctionalInterface
public interface BoardSource {

    /** The live board of a network; closing it closes everything that was opened for it. */
    Board open(NetworkProfile network);
}
