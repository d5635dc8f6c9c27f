/**
 * A past epoch verified from what the chain has of it: votes, quorum certificates, the whiteboard,
 * the keys. {@link io.epochdesk.verify.EvidenceReader} collects it from a network, {@link
 * io.epochdesk.verify.EpochVerifier} judges it and touches no network, so that anybody who has the
 * same evidence comes to the same report.
 *
 * <p>Not in here: no words, no printing; what the live board knows is its own.
 */
@NullMarked
package io.epochdesk.verify;

import org.jspecify.annotations.NullMarked;
