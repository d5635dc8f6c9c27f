package io.epochdesk.epoch;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What follows from the epoch's state, its deadlines and the measured view rate.
 *
 * @param viewRate views per second as measured, empty before there are enough blocks: {@link
 *     ViewRate}
 * @param measuredOver span of time the rate was measured over; zero when not measured
 * @param milestones the deadlines of the current epoch in the order of their views
 * @param commitDeadline last view by which EpochCommit must have come (end view minus the network's
 *     finalization safety threshold), empty where the network has no fallback or the epoch is not
 *     longer than the threshold
 * @param targetEnd the contract's own target for the epoch's end, or null where its configuration
 *     gives none
 * @param fallback suspicion of epoch fallback
 */
public record EpochOutlook(
        OptionalDouble viewRate,
        Duration measuredOver,
        List<Milestone> milestones,
        OptionalLong commitDeadline,
        @Nullable Instant targetEnd,
        Fallback fallback) {

    public EpochOutlook {
        milestones = List.copyOf(milestones);
    }

    /** The milestone of this kind, if the epoch has it. */
    public Optional<Milestone> milestone(Milestone.Kind kind) {
        return milestones.stream().filter(milestone -> milestone.kind() == kind).findFirst();
    }

    /** By when setup must be done: the commit deadline, or the epoch's end where there is none. */
    public Optional<Milestone> dueBy() {
        return milestone(Milestone.Kind.COMMIT_DEADLINE)
                .or(() -> milestone(Milestone.Kind.EPOCH_END));
    }

    /**
     * A deadline of the current epoch.
     *
     * @param kind which
     * @param view its last view
     * @param eta when that view comes at the measured rate, or null when no rate is known; in the
     *     past once it is over
     * @param passed whether the current view lies beyond it
     */
    public record Milestone(Kind kind, long view, @Nullable Instant eta, boolean passed) {
        /** The milestones of an epoch. */
        public enum Kind {
            AUCTION_END,
            DKG_PHASE_1_END,
            DKG_PHASE_2_END,
            DKG_PHASE_3_END,
            COMMIT_DEADLINE,
            EPOCH_END
        }
    }

    /** Suspicion of Epoch Fallback Mode, which FlowEpoch itself does not show. */
    public enum Fallback {
        /** The network has no fallback (an emulator), or the epoch is too short for a deadline. */
        NOT_APPLICABLE,
        /** No sign of it. */
        NONE,
        /** view + threshold ≥ end view and the next epoch is not committed. */
        SUSPECTED,
        /** The view lies beyond the end view and the counter did not advance. */
        NEARLY_CERTAIN
    }
}
