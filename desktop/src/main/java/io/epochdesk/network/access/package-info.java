/**
 * The one adapter that speaks to access nodes: gRPC, the stubs made from the Access API's {@code
 * .proto} files, and flow-jvm-sdk for the canonical encoding of transactions.
 *
 * <p>{@link io.epochdesk.network.access.NodeClient} is everything about one node: its channel,
 * calls, streams and faults. Pacing, fail-over, identity and the following of events over several
 * nodes stand above it. Nothing that comes out of here is a gRPC or protobuf type, and whatever
 * goes wrong comes out as a {@link io.epochdesk.fault.Fault}. May use network, cadence, live and
 * fault; is used by {@code app} alone.
 */
@NullMarked
package io.epochdesk.network.access;

import org.jspecify.annotations.NullMarked;
