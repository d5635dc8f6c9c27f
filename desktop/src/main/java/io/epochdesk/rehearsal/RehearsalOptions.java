package io.epochdesk.rehearsal;

import io.epochdesk.rehearsal.play.CastSize;

import org.jspecify.annotations.Nullable;

/**
 * How a rehearsal is to begin.
 *
 * @param scenario ID of the scenario
 * @param seed the same seed and scenario give the same chain
 * @param speed how many times as fast as mainnet, 1 to 10,000
 * @param size how many nodes; null for as many as the scenario says
 * @param port the port on 127.0.0.1, 0 for any free one
 * @param tls whether the access node proves its networking key, as a Flow node on its secure port
 */
public record RehearsalOptions(
        String scenario, long seed, int speed, @Nullable CastSize size, int port, boolean tls) {

    /**
     * A minute of network time a second: votes arrive within seconds, a phase of the DKG in one.
     */
    public static final int USUAL_SPEED = 60;

    /** The happy path at the usual speed, on a free port. */
    public static RehearsalOptions usual() {
        return new RehearsalOptions("happy-path", 1, USUAL_SPEED, null, 0, false);
    }

    /** The same with another scenario. */
    public RehearsalOptions playing(String other) {
        return new RehearsalOptions(other, seed, speed, size, port, tls);
    }

    /** The same with another seed. */
    public RehearsalOptions seeded(long other) {
        return new RehearsalOptions(scenario, other, speed, size, port, tls);
    }

    /** The same at another speed. */
    public RehearsalOptions at(int times) {
        return new RehearsalOptions(scenario, seed, times, size, port, tls);
    }

    /** The same with so many nodes. */
    public RehearsalOptions sized(CastSize other) {
        return new RehearsalOptions(scenario, seed, speed, other, port, tls);
    }

    /** The same on this port. */
    public RehearsalOptions onPort(int other) {
        return new RehearsalOptions(scenario, seed, speed, size, other, tls);
    }

    /** The same with TLS. */
    public RehearsalOptions secured() {
        return new RehearsalOptions(scenario, seed, speed, size, port, true);
    }
}
