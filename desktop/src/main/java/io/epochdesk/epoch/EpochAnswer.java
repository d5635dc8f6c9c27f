package io.epochdesk.epoch;

import io.epochdesk.cadence.Shape;

/** Reads the epoch's part of a script's answer and refuses what no contract can answer. */
public final class EpochAnswer {

    /** Views beyond this are absurd; sums of a few of them still fit. */
    static final long MAX_VIEW = 1L << 60;

    private EpochAnswer() {}

    /**
     * Reads an {@code EpochAnswer?} of the scripts {@code board} and {@code epoch}.
     *
     * @throws io.epochdesk.fault.FaultException when the answer is not one the contract can give
     */
    public static EpochState read(Shape answer) {
        Shape epoch =
                answer.optional()
                        .orElseThrow(
                                () -> answer.unexpected("metadata of the current epoch", "none"));
        EpochState state =
                new EpochState(
                        view(epoch, "counter"),
                        phase(epoch.field("phase")),
                        view(epoch, "view"),
                        view(epoch, "startView"),
                        view(epoch, "stakingEndView"),
                        view(epoch, "endView"),
                        new EpochState.Config(
                                view(epoch, "viewsInEpoch"),
                                view(epoch, "viewsInStakingAuction"),
                                view(epoch, "viewsInDkgPhase"),
                                epoch.field("collectorClusters").asUInt16()),
                        new EpochState.Timing(
                                epoch.field("duration").asUInt64(),
                                epoch.field("refCounter").asUInt64(),
                                epoch.field("refTimestamp").asUInt64()));
        if (state.startView() > state.stakingEndView()
                || state.stakingEndView() > state.endView()) {
            throw epoch.unexpected(
                    "startView <= stakingEndView <= endView",
                    state.startView() + ", " + state.stakingEndView() + ", " + state.endView());
        }
        return state;
    }

    /** The phase of a raw value. */
    public static EpochPhase phase(Shape phase) {
        int raw = phase.asUInt8();
        return switch (raw) {
            case 0 -> EpochPhase.STAKING_AUCTION;
            case 1 -> EpochPhase.EPOCH_SETUP;
            case 2 -> EpochPhase.EPOCH_COMMIT;
            default -> throw phase.unexpected("a phase of 0, 1 or 2", String.valueOf(raw));
        };
    }

    private static long view(Shape epoch, String name) {
        Shape field = epoch.field(name);
        long view = field.asUInt64();
        if (view > MAX_VIEW) {
            throw field.unexpected("at most 2^60", String.valueOf(view));
        }
        return view;
    }
}
