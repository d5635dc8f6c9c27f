package io.epochdesk.rehearsal.access;

import io.epochdesk.rehearsal.chain.Chain;

import java.time.Instant;
import java.time.InstantSource;

/** The manner of a node at present, since when it has it, and what the chain was like then. */
final class Behaviour {

    private final Chain chain;
    private final InstantSource clock;
    private volatile Present present;

    /**
     * The present manner.
     *
     * @param since when it was taken on
     * @param finalized newest finalized height at that moment
     * @param sealed newest sealed height at that moment
     */
    record Present(Manner manner, Instant since, long finalized, long sealed) {}

    Behaviour(Chain chain, InstantSource clock) {
        this.chain = chain;
        this.clock = clock;
        this.present = taken(Manner.SOUND);
    }

    void take(Manner manner) {
        present = taken(manner);
    }

    Present present() {
        return present;
    }

    /** Whether a flapping node is down at this moment. */
    boolean isDown() {
        Present now = present;
        if (!(now.manner() instanceof Manner.Flapping flapping)) {
            return false;
        }
        long cycle = flapping.up().plus(flapping.down()).toMillis();
        long within = clock.millis() - now.since().toEpochMilli();
        return cycle > 0 && Math.floorMod(within, cycle) >= flapping.up().toMillis();
    }

    private Present taken(Manner manner) {
        return new Present(
                manner,
                clock.instant(),
                chain.latestFinalized().height(),
                chain.latestSealed().height());
    }
}
