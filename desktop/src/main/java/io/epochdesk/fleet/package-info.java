/**
 * The operator's own nodes: which they are, how each stands, what it has done in the setup under
 * way, and what of all that needs the operator.
 *
 * <p>What is kept lies in {@code history}, what is judged comes from {@code doctor}, what the
 * network does from {@code board}. Sends nothing and draws nothing; the window's page and the
 * headless commands read the same {@link io.epochdesk.fleet.FleetSnapshot}.
 */
@NullMarked
package io.epochdesk.fleet;

import org.jspecify.annotations.NullMarked;
