package io.epochdesk.network;

import io.epochdesk.fault.Fault;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;

/**
 * How the console stands with a network at this moment; the source of the header's connection mark.
 *
 * @param state connecting, connected, degraded or lost
 * @param identity the network's identity, or null before the first answer
 * @param node the access node in use, or null before the first answer
 * @param tip the newest sealed block seen, or null before the first answer
 * @param tipSeenAt when that block was first seen here, or null
 * @param latency round trip of the last cheap call, or null
 * @param fault what is wrong, or null while connected
 */
public record Connection(
        State state,
        @Nullable ChainIdentity identity,
        @Nullable AccessNode node,
        @Nullable BlockHeader tip,
        @Nullable Instant tipSeenAt,
        @Nullable Duration latency,
        @Nullable Fault fault) {

    /** The states. */
    public enum State {
        /** Trying for the first time, or starting afresh on another chain. */
        CONNECTING,
        /** The preferred node answers. */
        CONNECTED,
        /** Another node than the preferred one answers. */
        FAILED_OVER,
        /** No node answers; the console keeps trying. */
        LOST
    }

    /** Before the first answer. */
    public static Connection connecting() {
        return new Connection(State.CONNECTING, null, null, null, null, null, null);
    }
}
