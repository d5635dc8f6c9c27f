/**
 * Cluster assignment and vote tallies of the collector clusters.
 *
 * <p>FlowClusterQC declares no events, so tallies are polled. Quorum counts weight per message, so
 * "votes cast" and "weight towards quorum" are two numbers.
 */
@NullMarked
package io.epochdesk.quorum;

import org.jspecify.annotations.NullMarked;
