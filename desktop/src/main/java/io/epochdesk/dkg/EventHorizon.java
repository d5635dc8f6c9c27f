package io.epochdesk.dkg;

import io.epochdesk.epoch.EpochPhase;
import io.epochdesk.epoch.EpochState;
import io.epochdesk.epoch.HeightFinder;
import io.epochdesk.fault.Fault;
import io.epochdesk.fault.FaultException;
import io.epochdesk.fault.NetworkFault;
import io.epochdesk.network.ChainEvent;
import io.epochdesk.network.FlowNetwork;

import java.util.OptionalLong;
import java.util.Set;

/**
 * Finds from which height on a board's events are to be followed, with a few dozen requests at
 * most.
 */
final class EventHorizon {

    /** Heights among which the start is looked for; a range is at most 250 of them. */
    private static final int NEAR = 10;

    private static final int FAR = 250;

    private final FlowNetwork network;
    private final String type;

    /**
     * @param type the event that starts a DKG; asked for, too, where any would do, since nodes have
     *     a height's events of every type or of none
     */
    EventHorizon(FlowNetwork network, String type) {
        this.network = network;
        this.type = type;
    }

    /**
     * The lowest height at which the present DKG can have begun: where the auction's last view was
     * reached. In the auction the board is the last DKG's, whose list is asked for; then it is the
     * height given.
     */
    long beginning(EpochState epoch, long height) {
        if (epoch.phase() == EpochPhase.STAKING_AUCTION) {
            return height;
        }
        return new HeightFinder(network.blocks())
                .firstHeightAt(epoch.stakingEndView())
                .orElse(height);
    }

    /**
     * Where the present DKG starts, if it does so near the height where it is to be expected: the
     * heartbeat that ends the auction starts it (FlowEpoch, {@code advanceBlock}). Whoever holds
     * the heartbeat can end an auction before its last view, too ({@code endStakingAuction}), as on
     * an emulator.
     *
     * @param expected the lowest height it is to be expected at
     * @param tip the highest one that is there
     * @throws FaultException as {@link #start} does
     */
    OptionalLong startAround(EpochState epoch, long expected, long tip) {
        OptionalLong start = start(expected, tip);
        if (start.isPresent() || epoch.phase() == EpochPhase.STAKING_AUCTION) {
            return start;
        }
        long lowest = Math.max(network.blocks().rootHeight(), expected - FAR);
        return lowest < expected ? startBefore(expected, lowest) : start;
    }

    private OptionalLong startBefore(long expected, long lowest) {
        try {
            return startWithin(lowest, expected - 1);
        } catch (FaultException e) {
            if (isGone(e.fault())) {
                return OptionalLong.empty();
            }
            throw e;
        }
    }

    /**
     * Where the DKG starts, if it does so soon after a height. None also where events are gone.
     *
     * @param first the lowest height it can be at
     * @param tip the highest one that is there
     * @throws FaultException also when a node lacks heights that it has events before: it is
     *     behind, and whoever took its word would look no more for a start that is there
     */
    OptionalLong start(long first, long tip) {
        try {
            OptionalLong start = startWithin(first, Math.min(tip, first + NEAR - 1));
            return start.isPresent() || first + NEAR > tip
                    ? start
                    : startWithin(first + NEAR, Math.min(tip, first + FAR - 1));
        } catch (FaultException e) {
            if (isGone(e.fault()) && !isKept(first)) {
                return OptionalLong.empty();
            }
            throw e;
        }
    }

    private OptionalLong startWithin(long first, long last) {
        return network.events().range(Set.of(type), first, last).stream()
                .mapToLong(ChainEvent::height)
                .max();
    }

    /**
     * The lowest height whose events the nodes still have.
     *
     * @param from a height whose events a node said it did not have; it may have been another one
     * @param kept a later one whose events they have
     */
    long lowestKept(long from, long kept) {
        if (isKept(from)) {
            return from;
        }
        long tooLow = from;
        long enough = kept;
        while (enough - tooLow > 1) {
            long middle = tooLow + (enough - tooLow) / 2;
            if (isKept(middle)) {
                enough = middle;
            } else {
                tooLow = middle;
            }
        }
        return enough;
    }

    /** Whether a fault says that a height is no longer to be had. */
    static boolean isGone(Fault fault) {
        return fault instanceof NetworkFault network
                && network.kind() == NetworkFault.Kind.UNAVAILABLE_HEIGHT;
    }

    private boolean isKept(long height) {
        try {
            network.events().range(Set.of(type), height, height);
            return true;
        } catch (FaultException e) {
            if (isGone(e.fault())) {
                return false;
            }
            throw e;
        }
    }
}
