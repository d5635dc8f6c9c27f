/**
 * Guided flows: registering nodes, their machine accounts, funds, keys and addresses, from the
 * first value to the proof on chain.
 *
 * <p>A {@link io.epochdesk.registration.Flow} is a sequence of steps; {@link
 * io.epochdesk.registration.Flows} begins, lists and resumes them. What a flow knows is kept before
 * anything happens that cannot be undone, so that a crash costs nothing and nothing is sent twice.
 * Every call blocks and may take seconds. No private key enters this room: a {@link
 * io.epochdesk.registration.KeyRing} signs, and is asked only after everything else was checked.
 */
@NullMarked
package io.epochdesk.registration;

import org.jspecify.annotations.NullMarked;
