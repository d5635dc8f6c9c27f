/**
 * Cluster assignment and vote tallies of the collector clusters.
 *
 * <p>FlowClusterQC declares no events, so tallies are polled. Quorum counts weight per message, so
 * "votes cast" and "weight towards quorum" are two numbers.
 *
 * <p>Votes are also checked here, against the staking keys of the node table, so that nobody has to
 * take an access node's word for them.
 */
@NullMarked
package io.epochdesk.quorum;

import org.jspecify.annotations.NullMarked;
