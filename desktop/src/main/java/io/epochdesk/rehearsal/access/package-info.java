/**
 * The access node of a rehearsal: the Access API and its event streams over a {@link
 * io.epochdesk.rehearsal.chain.Chain}, on 127.0.0.1 alone, in the words and with the limits of a
 * real one, and, when a scenario wants it, stale, slow, flapping or lying.
 *
 * <p>{@link io.epochdesk.rehearsal.access.AccessServer} is the door. What a chain is stands in
 * {@code rehearsal.chain}; the console's own client is {@code network.access} and knows nothing of
 * this room. Statuses and texts follow flow-go ({@code engine/access/rpc}, {@code
 * engine/access/state_stream}, {@code engine/common/rpc}).
 */
@NullMarked
package io.epochdesk.rehearsal.access;

import org.jspecify.annotations.NullMarked;
