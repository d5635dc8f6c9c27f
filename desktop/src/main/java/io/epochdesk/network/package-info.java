/**
 * Ports to a Flow network: scripts, blocks, events, transactions; profiles, access nodes and
 * addresses; identity.
 *
 * <p>Nothing here knows gRPC; the one adapter is {@code network.access}. Whoever asks gets an
 * answer with its provenance or a {@link io.epochdesk.fault.FaultException}.
 */
@NullMarked
package io.epochdesk.network;

import org.jspecify.annotations.NullMarked;
