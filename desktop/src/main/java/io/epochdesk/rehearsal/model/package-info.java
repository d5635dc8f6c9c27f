/**
 * What Flow's contracts do, as pure functions over an immutable {@link
 * io.epochdesk.rehearsal.model.World}: epoch phases, cluster votes, the DKG's board and
 * submissions, staking, staking collections, machine accounts, tokens and fees; and the catalogue
 * of scripts and transactions that can be run on it.
 *
 * <p>Not in here: blocks, heights, signatures of transactions, sequence numbers, time, threads, the
 * wire. A world knows neither where it came from nor who reads it. The rules are those of the
 * contracts of flow-core-contracts v1.9.3, which the emulator of the conformance tests runs; each
 * class names the contract and function it follows. Delegators and locked tokens are left out: no
 * flow of the console touches them.
 */
@NullMarked
package io.epochdesk.rehearsal.model;

import org.jspecify.annotations.NullMarked;
