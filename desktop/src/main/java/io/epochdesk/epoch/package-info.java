/**
 * Where the epoch stands: counter, phase, view progress, deadlines, when the next phase comes.
 *
 * <p>Facts are those of the contract FlowEpoch; the phases progress in its {@code
 * Heartbeat.advanceBlock}.
 */
@NullMarked
package io.epochdesk.epoch;

import org.jspecify.annotations.NullMarked;
