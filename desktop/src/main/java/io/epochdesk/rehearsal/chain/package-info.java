/**
 * The embedded chain of a rehearsal: blocks with IDs, heights, views, timestamps and seals,
 * collections, transactions with all checks of a real node, fees, results, events and the history
 * that scripts can look at. {@link io.epochdesk.rehearsal.chain.Chain} is what a server reads; its
 * implementation is the chain itself.
 *
 * <p>What the contracts do is not here but in the model; who acts and when is played elsewhere. No
 * threads, no gRPC.
 */
@NullMarked
package io.epochdesk.rehearsal.chain;

import org.jspecify.annotations.NullMarked;
