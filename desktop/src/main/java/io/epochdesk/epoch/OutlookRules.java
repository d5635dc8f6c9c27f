package io.epochdesk.epoch;

import io.epochdesk.epoch.EpochOutlook.Fallback;
import io.epochdesk.epoch.EpochOutlook.Milestone;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What follows from an epoch's state.
 *
 * @param finalizationSafetyThreshold views before an epoch's end by which the next one must be
 *     committed (flow-go {@code state/protocol/defaults.go}); empty where there is no fallback
 */
public record OutlookRules(OptionalLong finalizationSafetyThreshold) {

    /** Times further off than this are not worth telling. */
    private static final double MAX_SECONDS = Duration.ofDays(3_650).toSeconds();

    /**
     * The outlook of an epoch.
     *
     * @param deadlines the DKG's, or null while they are not known
     * @param rate the measured view rate
     * @param blockTime timestamp of the block the state was read at
     */
    public EpochOutlook of(
            EpochState epoch, @Nullable DkgDeadlines deadlines, ViewRate rate, Instant blockTime) {
        OptionalDouble perSecond = rate.perSecond();
        OptionalLong commitDeadline = commitDeadline(epoch);
        List<Milestone> milestones = new ArrayList<>();
        Milestones list = new Milestones(epoch, perSecond, blockTime, milestones);
        list.add(Milestone.Kind.AUCTION_END, epoch.stakingEndView());
        if (deadlines != null) {
            list.add(Milestone.Kind.DKG_PHASE_1_END, deadlines.phase1());
            list.add(Milestone.Kind.DKG_PHASE_2_END, deadlines.phase2());
            list.add(Milestone.Kind.DKG_PHASE_3_END, deadlines.phase3());
        }
        commitDeadline.ifPresent(view -> list.add(Milestone.Kind.COMMIT_DEADLINE, view));
        list.add(Milestone.Kind.EPOCH_END, epoch.endView());
        milestones.sort(Comparator.comparingLong(Milestone::view));
        return new EpochOutlook(
                perSecond,
                rate.measuredOver(),
                milestones,
                commitDeadline,
                targetEnd(epoch),
                fallback(epoch));
    }

    /**
     * Last view by which {@code EpochCommit} must have come, where the network has one and the
     * epoch is longer than it.
     */
    public OptionalLong commitDeadline(EpochState epoch) {
        if (finalizationSafetyThreshold.isEmpty()) {
            return OptionalLong.empty();
        }
        long threshold = finalizationSafetyThreshold.getAsLong();
        long length = epoch.endView() - epoch.startView() + 1;
        return length > threshold
                ? OptionalLong.of(epoch.endView() - threshold)
                : OptionalLong.empty();
    }

    /** Suspicion of Epoch Fallback Mode, from what FlowEpoch shows. */
    public Fallback fallback(EpochState epoch) {
        OptionalLong deadline = commitDeadline(epoch);
        if (deadline.isEmpty()) {
            return Fallback.NOT_APPLICABLE;
        }
        if (epoch.view() > epoch.endView()) {
            return Fallback.NEARLY_CERTAIN;
        }
        return epoch.phase() != EpochPhase.EPOCH_COMMIT && epoch.view() >= deadline.getAsLong()
                ? Fallback.SUSPECTED
                : Fallback.NONE;
    }

    /**
     * {@code EpochTimingConfig.getTargetEndTimeForEpoch}, or null where it would underflow or is
     * absurd.
     */
    static @Nullable Instant targetEnd(EpochState epoch) {
        EpochState.Timing timing = epoch.timing();
        if (epoch.counter() < timing.refCounter()) {
            return null;
        }
        try {
            long epochs = epoch.counter() - timing.refCounter();
            long seconds =
                    Math.addExact(
                            timing.refTimestamp(), Math.multiplyExact(timing.duration(), epochs));
            return seconds > Instant.MAX.getEpochSecond() ? null : Instant.ofEpochSecond(seconds);
        } catch (ArithmeticException e) {
            return null;
        }
    }

    private record Milestones(
            EpochState epoch, OptionalDouble perSecond, Instant blockTime, List<Milestone> list) {

        void add(Milestone.Kind kind, long view) {
            list.add(new Milestone(kind, view, eta(view), epoch.view() > view));
        }

        private @Nullable Instant eta(long view) {
            if (perSecond.isEmpty() || perSecond.getAsDouble() <= 0) {
                return null;
            }
            double seconds = (view - epoch.view()) / perSecond.getAsDouble();
            return Math.abs(seconds) > MAX_SECONDS
                    ? null
                    : blockTime.plusMillis((long) (seconds * 1_000));
        }
    }
}
