/**
 * Who stakes what: the node table, its minimums and lists (FlowIDTableStaking), and what operators'
 * staking collections hold (FlowStakingCollection). Reads, never sends.
 *
 * <p>Whoever asks for nodes by ID pays for those nodes only; the whole table is for pages that show
 * it.
 */
@NullMarked
package io.epochdesk.staking;

import org.jspecify.annotations.NullMarked;
