package io.epochdesk.registration;

import io.epochdesk.fault.Fault;
import io.epochdesk.network.TransactionProgress;

import org.jspecify.annotations.Nullable;

/**
 * How far a transaction that was handed in is known to be.
 *
 * @param id 64 hex digits
 * @param state as the node in use tells; {@code UNKNOWN} before it told anything
 * @param blocksLeft in which it can still be taken; 0 when there are none left
 * @param trouble what keeps it from being followed at this moment, or null
 */
public record Tracking(
        String id, TransactionProgress.State state, long blocksLeft, @Nullable Fault trouble) {}
