package io.epochdesk.board;

import io.epochdesk.dkg.DkgForecast;
import io.epochdesk.dkg.DkgMatrix;
import io.epochdesk.dkg.DkgReview;
import io.epochdesk.dkg.DkgState;
import io.epochdesk.dkg.Whiteboard;
import io.epochdesk.dkg.WhiteboardTally;
import io.epochdesk.epoch.DkgDeadlines;
import io.epochdesk.epoch.EpochOutlook;
import io.epochdesk.epoch.EpochState;
import io.epochdesk.live.Part;
import io.epochdesk.network.Connection;
import io.epochdesk.quorum.VotingRound;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

/**
 * Everything the board knows at one moment. Each part has its own height, age and source and may
 * fail alone.
 *
 * @param connection how the connection stands
 * @param epoch what FlowEpoch answers
 * @param deadlines DKG deadlines of the current epoch
 * @param outlook what follows from epoch, deadlines and the measured view rate; empty part until
 *     the epoch is known
 * @param voting the clusters' vote
 * @param dkg the DKG without its board
 * @param whiteboard the board
 * @param matrix what each consensus node has done, from {@code dkg} and {@code whiteboard}
 * @param attention what needs attention, gravest first
 * @param review what the console itself makes of the whiteboard, or null while it has not
 * @param reviewPending whether a first review is still to be expected
 */
public record BoardSnapshot(
        Connection connection,
        Part<EpochState> epoch,
        Part<DkgDeadlines> deadlines,
        Part<EpochOutlook> outlook,
        Part<VotingRound> voting,
        Part<DkgState> dkg,
        Part<Whiteboard> whiteboard,
        Part<DkgMatrix> matrix,
        List<Attention> attention,
        @Nullable DkgReview review,
        boolean reviewPending) {

    /** A snapshot whose whiteboard is not reviewed. */
    public BoardSnapshot(
            Connection connection,
            Part<EpochState> epoch,
            Part<DkgDeadlines> deadlines,
            Part<EpochOutlook> outlook,
            Part<VotingRound> voting,
            Part<DkgState> dkg,
            Part<Whiteboard> whiteboard,
            Part<DkgMatrix> matrix,
            List<Attention> attention) {
        this(
                connection,
                epoch,
                deadlines,
                outlook,
                voting,
                dkg,
                whiteboard,
                matrix,
                attention,
                null,
                false);
    }

    public BoardSnapshot {
        attention = List.copyOf(attention);
    }

    /** Before anything is known. */
    public static BoardSnapshot empty() {
        return new BoardSnapshot(
                Connection.connecting(),
                Part.waiting(),
                Part.waiting(),
                Part.waiting(),
                Part.waiting(),
                Part.waiting(),
                Part.waiting(),
                Part.waiting(),
                List.of());
    }

    /** The same with another review of the whiteboard, or none. */
    BoardSnapshot reviewed(@Nullable DkgReview made, boolean pending) {
        return new BoardSnapshot(
                connection,
                epoch,
                deadlines,
                outlook,
                voting,
                dkg,
                whiteboard,
                matrix,
                attention,
                made,
                pending);
    }

    /**
     * The review of the DKG that is shown: the one for the upcoming epoch while it runs, and
     * afterwards the last one's, as long as it was watched to its end.
     */
    public Optional<DkgReview> shownReview() {
        return Optional.ofNullable(review).filter(made -> made.counter() == shownDkg());
    }

    /** What is to be expected of the DKG shown; empty while it is not reviewed. */
    public Optional<DkgForecast> forecast() {
        return shownReview()
                .flatMap(
                        made ->
                                dkg.value()
                                        .map(
                                                state ->
                                                        DkgForecast.of(
                                                                made,
                                                                state,
                                                                shownBoard()
                                                                        .map(Whiteboard::tally)
                                                                        .orElse(
                                                                                WhiteboardTally
                                                                                        .empty()))));
    }

    /** The board of the DKG that is shown; empty while another one is held. */
    public Optional<Whiteboard> shownBoard() {
        return whiteboard.value().filter(board -> board.counter() == shownDkg());
    }

    /** Counter of the epoch that the DKG shown prepares or prepared, or -1. */
    private long shownDkg() {
        EpochState state = epoch.value().orElse(null);
        DkgState answered = dkg.value().orElse(null);
        if (state == null || answered == null) {
            return -1;
        }
        return switch (answered.standing()) {
            case NONE -> -1;
            case CURRENT -> state.upcomingCounter();
            case LAST_EPOCH -> state.counter();
        };
    }

    /**
     * Whether the board held is the one of the DKG for the upcoming epoch; false while either is
     * not known.
     */
    public boolean isWhiteboardCurrent() {
        return epoch.value()
                .flatMap(
                        state ->
                                whiteboard
                                        .value()
                                        .map(board -> board.counter() == state.upcomingCounter()))
                .orElse(false);
    }
}
