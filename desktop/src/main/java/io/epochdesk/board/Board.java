package io.epochdesk.board;

import io.epochdesk.live.LatestValue;
import io.epochdesk.network.FlowNetwork;

/** The live board of one network, as pages and headless commands see it. */
public interface Board extends AutoCloseable {

    /** The newest snapshot. */
    LatestValue<BoardSnapshot> snapshot();

    /**
     * Asks for parts to be kept fresh until the hold is closed. What nobody holds is not polled;
     * epoch and connection are always kept, because the header shows them.
     */
    Hold hold(Interest... interests);

    /**
     * The network it reads, for whoever reads more of it or sends, over the same connection and
     * within the same request budget. It is closed with the board.
     */
    FlowNetwork network();

    /** Looks again now. */
    void refresh();

    @Override
    void close();

    /** What a page can want. */
    enum Interest {
        /** The clusters' vote. */
        VOTING,
        /** DKG state and submissions. */
        DKG,
        /** Every whiteboard message. */
        WHITEBOARD
    }

    /** An interest being held; closing twice is harmless. */
    interface Hold extends AutoCloseable {
        @Override
        void close();
    }
}
