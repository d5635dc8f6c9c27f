/**
 * The random beacon's distributed key generation as FlowDKG shows it: whiteboard messages,
 * submissions, thresholds.
 *
 * <p>The contract checks nothing in a message's content; everything here is parsed defensively and
 * kept even when it is nonsense.
 */
@NullMarked
package io.epochdesk.dkg;

import org.jspecify.annotations.NullMarked;
