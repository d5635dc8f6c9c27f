package io.epochdesk.cli;

import io.epochdesk.epoch.DkgDeadlines;
import io.epochdesk.epoch.EpochOutlook;
import io.epochdesk.epoch.EpochState;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** What FlowEpoch answers. */
record EpochSection(
        long counter,
        long upcomingCounter,
        String phase,
        long view,
        long startView,
        long stakingEndView,
        long endView,
        Config config,
        Timing timing) {

    /** Lengths the next epoch is made with. */
    record Config(
            long viewsInEpoch,
            long viewsInStakingAuction,
            long viewsInDkgPhase,
            int collectorClusters) {}

    /** The contract's wall-clock targets, in seconds. */
    record Timing(long durationSeconds, long refCounter, long refTimestamp) {}

    static EpochSection of(EpochState epoch) {
        EpochState.Config config = epoch.config();
        EpochState.Timing timing = epoch.timing();
        return new EpochSection(
                epoch.counter(),
                epoch.upcomingCounter(),
                Spelling.of(epoch.phase()),
                epoch.view(),
                epoch.startView(),
                epoch.stakingEndView(),
                epoch.endView(),
                new Config(
                        config.viewsInEpoch(),
                        config.viewsInStakingAuction(),
                        config.viewsInDkgPhase(),
                        config.collectorClusters()),
                new Timing(timing.duration(), timing.refCounter(), timing.refTimestamp()));
    }

    /** Last views of the DKG's phases, and whether the chain said so. */
    record Deadlines(long phase1View, long phase2View, long phase3View, String origin) {
        static Deadlines of(DkgDeadlines deadlines) {
            return new Deadlines(
                    deadlines.phase1(),
                    deadlines.phase2(),
                    deadlines.phase3(),
                    Spelling.of(deadlines.origin()));
        }
    }

    /** What follows from epoch, deadlines and the measured view rate. */
    record Outlook(
            @Nullable Double viewsPerSecond,
            long measuredOverSeconds,
            List<Milestone> milestones,
            @Nullable Long commitDeadlineView,
            @Nullable String targetEnd,
            String fallback) {

        static Outlook of(EpochOutlook outlook) {
            OptionalDouble rate = outlook.viewRate();
            OptionalLong commit = outlook.commitDeadline();
            return new Outlook(
                    rate.isPresent() ? rate.getAsDouble() : null,
                    outlook.measuredOver().toSeconds(),
                    outlook.milestones().stream().map(Milestone::of).toList(),
                    commit.isPresent() ? commit.getAsLong() : null,
                    Spelling.instant(outlook.targetEnd()),
                    Spelling.of(outlook.fallback()));
        }
    }

    /** A deadline of the current epoch. */
    record Milestone(String kind, long view, @Nullable String eta, boolean passed) {
        static Milestone of(EpochOutlook.Milestone milestone) {
            return new Milestone(
                    Spelling.of(milestone.kind()),
                    milestone.view(),
                    Spelling.instant(milestone.eta()),
                    milestone.passed());
        }
    }
}
