package io.epochdesk.rehearsal.play;

import io.epochdesk.rehearsal.model.Epoch;
import io.epochdesk.rehearsal.model.EpochMetadata;
import io.epochdesk.rehearsal.model.World;

/** Where an epoch stands, as those who watch it see it. */
public enum Phase {
    STAKING_AUCTION,
    DKG_PHASE_1,
    DKG_PHASE_2,
    DKG_PHASE_3,
    AWAITING_COMMIT,
    COMMITTED,
    FALLBACK;

    /** The phase of a world at a view. */
    static Phase of(World world, long view) {
        Epoch epoch = world.epoch();
        EpochMetadata current = epoch.current();
        if (current == null) {
            return STAKING_AUCTION;
        }
        long dkgPhase = epoch.config().viewsInDkgPhase();
        return switch (epoch.phase()) {
            case STAKING_AUCTION -> isTooLate(current, view) ? FALLBACK : STAKING_AUCTION;
            case EPOCH_COMMIT -> COMMITTED;
            case EPOCH_SETUP -> {
                long into = view - current.stakingEndView();
                if (isTooLate(current, view)) {
                    yield FALLBACK;
                } else if (into <= dkgPhase) {
                    yield DKG_PHASE_1;
                } else if (into <= 2 * dkgPhase) {
                    yield DKG_PHASE_2;
                }
                yield into <= 3 * dkgPhase ? DKG_PHASE_3 : AWAITING_COMMIT;
            }
        };
    }

    private static boolean isTooLate(EpochMetadata current, long view) {
        return view + Calendar.SAFETY_THRESHOLD >= current.endView();
    }
}
