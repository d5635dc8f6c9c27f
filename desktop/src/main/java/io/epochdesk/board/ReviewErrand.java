package io.epochdesk.board;

import io.epochdesk.bls.BlsPublicKey;
import io.epochdesk.dkg.BoardReviewer;
import io.epochdesk.dkg.DkgReview;
import io.epochdesk.dkg.DkgState;
import io.epochdesk.dkg.PhaseEnds;
import io.epochdesk.dkg.Whiteboard;
import io.epochdesk.epoch.DkgDeadlines;
import io.epochdesk.epoch.EpochState;
import io.epochdesk.epoch.HeightFinder;
import io.epochdesk.fault.FaultException;
import io.epochdesk.network.FlowNetwork;
import io.epochdesk.quorum.StakingKeyReader;

import org.jspecify.annotations.Nullable;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The errand that judges the whiteboard: asks where the phases ended and for the committee's
 * staking keys, each once, and reviews the board when it or one of them changed.
 */
final class ReviewErrand {

    /** Errands without another try after one that failed. */
    private static final int REST = 10;

    private final StakingKeyReader keyReader;
    private final HeightFinder heights;
    private final BoardReviewer reviewer = new BoardReviewer();
    private Set<String> members = Set.of();
    private Map<String, BlsPublicKey> keys = Map.of();
    private long keysOf = -1;
    private @Nullable DkgDeadlines endsOf;
    private PhaseEnds ends = PhaseEnds.NONE;
    private @Nullable List<Object> reviewed;
    private int rest;
    private boolean tried;

    ReviewErrand(FlowNetwork network, StakingKeyReader keyReader) {
        this.keyReader = keyReader;
        this.heights = new HeightFinder(network.blocks());
    }

    /** A new review, or empty when nothing changed or it cannot be made now. */
    Optional<DkgReview> run(BoardSnapshot board) {
        EpochState epoch = board.epoch().value().orElse(null);
        DkgState dkg = board.dkg().value().orElse(null);
        Whiteboard whiteboard = board.shownBoard().orElse(null);
        DkgDeadlines deadlines = board.deadlines().value().orElse(null);
        if (epoch == null || dkg == null || whiteboard == null) {
            return Optional.empty();
        }
        boolean running = dkg.standing() == DkgState.Standing.CURRENT;
        // the last one's result may have been announced between two errands
        boolean over = !whiteboard.announced().isEmpty();
        if ((running ? deadlines == null : !over) || rest-- > 0) {
            return Optional.empty();
        }
        tried = true;
        try {
            readKeys(dkg, epoch);
            if (running && deadlines != null) {
                findEnds(deadlines, epoch.view());
            }
            List<Object> basis =
                    List.of(
                            whiteboard.counter(),
                            whiteboard.entries().size(),
                            whiteboard.provedFrom(),
                            dkg.committee(),
                            ends.at(whiteboard.completeTo() + 1),
                            ends,
                            whiteboard.announced().size(),
                            keys);
            if (basis.equals(reviewed)) {
                return Optional.empty();
            }
            Optional<DkgReview> review = reviewer.review(whiteboard, dkg, ends, keys);
            reviewed = basis;
            return review;
        } catch (FaultException e) {
            // there is no review, which is what the page says
            rest = REST;
        } catch (LinkageError e) {
            // no native library for this machine
            rest = Integer.MAX_VALUE;
        }
        return Optional.empty();
    }

    /** Whether a review was made or could not be made; false until there is a board to review. */
    boolean hasTried() {
        return tried;
    }

    private void readKeys(DkgState dkg, EpochState epoch) {
        Set<String> now = new HashSet<>(dkg.committee());
        boolean running = dkg.standing() == DkgState.Standing.CURRENT;
        long counter = running ? epoch.upcomingCounter() : epoch.counter();
        if (!now.equals(members) || counter != keysOf) {
            long startView = running ? epoch.endView() + 1 : epoch.startView();
            keys = keyReader.read(counter, startView, now).byNode();
            members = now;
            keysOf = counter;
        }
    }

    /** A phase has ended once a block lies past its final view; such a height never changes. */
    private void findEnds(DkgDeadlines deadlines, long view) {
        if (!deadlines.equals(endsOf)) {
            ends = PhaseEnds.NONE;
            endsOf = deadlines;
        }
        ends =
                new PhaseEnds(
                        end(ends.vectors(), deadlines.phase1(), view),
                        end(ends.complaints(), deadlines.phase2(), view),
                        end(ends.answers(), deadlines.phase3(), view));
    }

    private long end(long known, long finalView, long view) {
        return known != Long.MAX_VALUE || view <= finalView
                ? known
                : heights.firstHeightAt(finalView + 1).orElse(Long.MAX_VALUE);
    }
}
