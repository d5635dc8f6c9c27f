/**
 * Plays a rehearsal: its time, the nodes that act in it, and the scenarios that say how they
 * behave. Who acts is decided by network time alone, so that the same seed and scenario give the
 * same chain at any speed. Scenarios are files among the resources.
 *
 * <p>What the contracts do is in {@code rehearsal.model}, blocks and checks in {@code
 * rehearsal.chain}. One thread, which ends with the play.
 */
@NullMarked
package io.epochdesk.rehearsal.play;

import org.jspecify.annotations.NullMarked;
