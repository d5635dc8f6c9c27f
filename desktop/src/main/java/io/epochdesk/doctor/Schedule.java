package io.epochdesk.doctor;

import io.epochdesk.epoch.EpochOutlook;
import io.epochdesk.epoch.EpochOutlook.Milestone;
import io.epochdesk.epoch.EpochState;
import io.epochdesk.fault.Fault;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;

/**
 * When the next setup is, and how long an epoch lasts.
 *
 * @param epoch the epoch, or null when it could not be read
 * @param outlook what follows from it, or null with it
 * @param fault why it could not be read, or null
 */
record Schedule(@Nullable EpochState epoch, @Nullable EpochOutlook outlook, @Nullable Fault fault) {

    /**
     * The setup in which it matters next whether a node is fit.
     *
     * @param inOpenSetup whether a setup that is open still waits for the node
     */
    Moment moment(boolean inOpenSetup) {
        if (epoch == null || outlook == null) {
            return Moment.UNKNOWN;
        }
        return switch (epoch.phase()) {
            case STAKING_AUCTION ->
                    new Moment(
                            Moment.When.OPENS,
                            epoch.upcomingCounter(),
                            outlook.milestone(Milestone.Kind.AUCTION_END)
                                    .map(Milestone::eta)
                                    .orElse(null));
            case EPOCH_SETUP ->
                    inOpenSetup
                            ? new Moment(
                                    Moment.When.IS_OPEN,
                                    epoch.upcomingCounter(),
                                    outlook.dueBy().map(Milestone::eta).orElse(null))
                            : following(epoch, outlook);
            case EPOCH_COMMIT -> following(epoch, outlook);
        };
    }

    /** The setup after the one that is open or done. */
    private static Moment following(EpochState epoch, EpochOutlook outlook) {
        return new Moment(
                Moment.When.OPENS, epoch.upcomingCounter() + 1, afterNextAuction(epoch, outlook));
    }

    /** The end of the auction of the epoch that has not begun. */
    private static @Nullable Instant afterNextAuction(EpochState epoch, EpochOutlook outlook) {
        Instant end = outlook.milestone(Milestone.Kind.EPOCH_END).map(Milestone::eta).orElse(null);
        if (end == null || outlook.viewRate().isEmpty()) {
            return null;
        }
        double seconds = epoch.config().viewsInStakingAuction() / outlook.viewRate().getAsDouble();
        return end.plusSeconds((long) seconds);
    }

    /** How long an epoch lasts; zero when it is not known. */
    Duration epochLength() {
        if (epoch == null) {
            return Duration.ZERO;
        }
        if (outlook == null || outlook.viewRate().isEmpty()) {
            return Duration.ofSeconds(Math.max(0, epoch.timing().duration()));
        }
        double views = epoch.endView() - epoch.startView() + 1;
        return Duration.ofSeconds((long) (views / outlook.viewRate().getAsDouble()));
    }
}
