package io.epochdesk.board.view;

import io.epochdesk.board.BoardSnapshot;
import io.epochdesk.epoch.DkgDeadlines;
import io.epochdesk.epoch.EpochOutlook;
import io.epochdesk.epoch.EpochOutlook.Milestone;
import io.epochdesk.epoch.EpochPhase;
import io.epochdesk.epoch.EpochState;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An epoch as a ribbon of views.
 *
 * @param stages in order, without gaps; the first begins with the epoch, the last ends with it
 * @param view the present view
 * @param at when the present view was seen, by the chain's clock
 * @param committed whether the next epoch is committed, so that nothing can be late any more
 * @param computed whether the DKG's deadlines were computed instead of read
 */
public record EpochRibbon(
        List<Stage> stages, long view, Instant at, boolean committed, boolean computed) {

    public EpochRibbon {
        stages = List.copyOf(stages);
    }

    /** What a stage of the ribbon is. */
    public enum Kind {
        AUCTION,
        DKG_PHASE_1,
        DKG_PHASE_2,
        DKG_PHASE_3,
        /** From the DKG's end to the last view for the commitment. */
        COMMITTING,
        /** From there to the epoch's end. */
        REMAINDER
    }

    /** How a stage lies to the present view. */
    public enum Standing {
        PAST,
        PRESENT,
        FUTURE
    }

    /**
     * A stage.
     *
     * @param kind which
     * @param from its first view
     * @param to its last view
     * @param standing past, present or future
     * @param end when it ends at the measured rate, or null while no rate is known
     */
    public record Stage(Kind kind, long from, long to, Standing standing, @Nullable Instant end) {}

    /** Whether the commitment is still to come and has a deadline that can be missed. */
    public boolean canBeLate() {
        return !committed && stages.stream().anyMatch(stage -> stage.kind() == Kind.COMMITTING);
    }

    /** First view of the epoch. */
    public long from() {
        return stages.getFirst().from();
    }

    /** Last view of the epoch. */
    public long to() {
        return stages.getLast().to();
    }

    /** First view after the auction: where the detail begins. */
    public long setupFrom() {
        return stages.getFirst().to() + 1;
    }

    /** The ribbon of the current epoch; empty while too little is known. */
    static Optional<EpochRibbon> of(BoardSnapshot board) {
        return board.epoch()
                .reading()
                .map(
                        epoch ->
                                of(
                                        epoch.value(),
                                        epoch.provenance().blockTime(),
                                        board.deadlines().value().orElse(null),
                                        board.outlook().value().orElse(null)));
    }

    private static EpochRibbon of(
            EpochState epoch,
            Instant at,
            @Nullable DkgDeadlines deadlines,
            @Nullable EpochOutlook outlook) {
        Builder ribbon = new Builder(epoch, outlook);
        ribbon.stage(Kind.AUCTION, epoch.stakingEndView(), Milestone.Kind.AUCTION_END);
        if (deadlines != null) {
            ribbon.stage(Kind.DKG_PHASE_1, deadlines.phase1(), Milestone.Kind.DKG_PHASE_1_END);
            ribbon.stage(Kind.DKG_PHASE_2, deadlines.phase2(), Milestone.Kind.DKG_PHASE_2_END);
            ribbon.stage(Kind.DKG_PHASE_3, deadlines.phase3(), Milestone.Kind.DKG_PHASE_3_END);
        }
        if (outlook != null && outlook.commitDeadline().isPresent()) {
            ribbon.stage(
                    Kind.COMMITTING,
                    outlook.commitDeadline().getAsLong(),
                    Milestone.Kind.COMMIT_DEADLINE);
        }
        ribbon.stage(Kind.REMAINDER, epoch.endView(), Milestone.Kind.EPOCH_END);
        return new EpochRibbon(
                ribbon.stages,
                epoch.view(),
                at,
                epoch.phase() == EpochPhase.EPOCH_COMMIT,
                deadlines != null && deadlines.origin() == DkgDeadlines.Origin.COMPUTED);
    }

    private static final class Builder {

        private final List<Stage> stages = new ArrayList<>();
        private final EpochState epoch;
        private final @Nullable EpochOutlook outlook;
        private long next;

        Builder(EpochState epoch, @Nullable EpochOutlook outlook) {
            this.epoch = epoch;
            this.outlook = outlook;
            next = epoch.startView();
        }

        /** Adds the stage that ends with this view; one that would have no views is left out. */
        void stage(Kind kind, long last, Milestone.Kind milestone) {
            long to = Math.min(last, epoch.endView());
            if (to < next) {
                return;
            }
            stages.add(new Stage(kind, next, to, standing(kind, next, to), end(milestone)));
            next = to + 1;
        }

        private Standing standing(Kind kind, long from, long to) {
            long view = epoch.view();
            // The contract may be slow: its phase, not the view, ends the auction.
            boolean auction = epoch.phase() == EpochPhase.STAKING_AUCTION;
            if (kind == Kind.AUCTION) {
                return auction ? Standing.PRESENT : Standing.PAST;
            }
            if (auction || view < from) {
                return Standing.FUTURE;
            }
            return view > to ? Standing.PAST : Standing.PRESENT;
        }

        private @Nullable Instant end(Milestone.Kind kind) {
            return outlook == null
                    ? null
                    : outlook.milestone(kind).map(Milestone::eta).orElse(null);
        }
    }
}
