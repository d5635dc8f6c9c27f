package io.epochdesk.dkg.view;

import io.epochdesk.board.BoardSnapshot;
import io.epochdesk.epoch.DkgDeadlines;
import io.epochdesk.epoch.EpochOutlook.Milestone;
import io.epochdesk.epoch.EpochPhase;
import io.epochdesk.epoch.EpochState;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The course of a DKG in views, from the end of the auction to the moment it must be done.
 *
 * @param stages in order; each begins where the one before ends
 * @param view the present view
 * @param now the present stage
 * @param origin whether the deadlines were read from the chain or computed
 */
public record PhaseRibbon(List<Stage> stages, long view, Now now, DkgDeadlines.Origin origin) {

    public PhaseRibbon {
        stages = List.copyOf(stages);
    }

    /** The stages of a DKG. */
    public enum Kind {
        /** Verification vectors are posted. */
        PHASE_1,
        /** Complaints are posted. */
        PHASE_2,
        /** Complaints are answered. */
        PHASE_3,
        /** Results are submitted. */
        SUBMISSION
    }

    /** Where the present view lies. */
    public enum Now {
        /** The auction still runs. */
        BEFORE,
        PHASE_1,
        PHASE_2,
        PHASE_3,
        SUBMISSION,
        /** Past the last stage. */
        OVER,
        /** The next epoch is committed. */
        COMMITTED
    }

    /**
     * A stage.
     *
     * @param kind which
     * @param from its first view
     * @param to its last view
     * @param eta when it ends at the measured rate, or null while no rate is known
     */
    public record Stage(Kind kind, long from, long to, @Nullable Instant eta) {}

    /** The ribbon of the current epoch, or empty while its deadlines are not known. */
    static Optional<PhaseRibbon> of(BoardSnapshot snapshot) {
        EpochState epoch = snapshot.epoch().value().orElse(null);
        DkgDeadlines deadlines = snapshot.deadlines().value().orElse(null);
        if (epoch == null || deadlines == null) {
            return Optional.empty();
        }
        List<Stage> stages = new ArrayList<>();
        add(stages, snapshot, Kind.PHASE_1, epoch.stakingEndView() + 1, deadlines.phase1());
        add(stages, snapshot, Kind.PHASE_2, deadlines.phase1() + 1, deadlines.phase2());
        add(stages, snapshot, Kind.PHASE_3, deadlines.phase2() + 1, deadlines.phase3());
        long due =
                snapshot.outlook()
                        .value()
                        .flatMap(outlook -> outlook.dueBy())
                        .map(Milestone::view)
                        .orElse(epoch.endView());
        if (due > deadlines.phase3()) {
            add(stages, snapshot, Kind.SUBMISSION, deadlines.phase3() + 1, due);
        }
        return Optional.of(
                new PhaseRibbon(stages, epoch.view(), now(epoch, stages), deadlines.origin()));
    }

    /** The stage the present view lies in, if it lies in one. */
    public Optional<Stage> present() {
        return now == Now.BEFORE || now == Now.OVER || now == Now.COMMITTED
                ? Optional.empty()
                : stages.stream()
                        .filter(stage -> stage.kind().name().equals(now.name()))
                        .findFirst();
    }

    private static void add(
            List<Stage> stages, BoardSnapshot snapshot, Kind kind, long from, long to) {
        Instant eta =
                snapshot.outlook()
                        .value()
                        .flatMap(
                                outlook ->
                                        switch (kind) {
                                            case PHASE_1 ->
                                                    outlook.milestone(
                                                            Milestone.Kind.DKG_PHASE_1_END);
                                            case PHASE_2 ->
                                                    outlook.milestone(
                                                            Milestone.Kind.DKG_PHASE_2_END);
                                            case PHASE_3 ->
                                                    outlook.milestone(
                                                            Milestone.Kind.DKG_PHASE_3_END);
                                            case SUBMISSION -> outlook.dueBy();
                                        })
                        .map(Milestone::eta)
                        .orElse(null);
        stages.add(new Stage(kind, from, to, eta));
    }

    private static Now now(EpochState epoch, List<Stage> stages) {
        if (epoch.phase() == EpochPhase.EPOCH_COMMIT) {
            return Now.COMMITTED;
        }
        if (epoch.phase() == EpochPhase.STAKING_AUCTION) {
            return Now.BEFORE;
        }
        return stages.stream()
                .filter(stage -> epoch.view() <= stage.to())
                .findFirst()
                .map(stage -> Now.valueOf(stage.kind().name()))
                .orElse(Now.OVER);
    }
}
