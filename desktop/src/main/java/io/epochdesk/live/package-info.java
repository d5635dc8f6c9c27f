/**
 * Feeds without JavaFX: a value with its height, age and source, the newest one kept, and the pulse
 * that asks for the next.
 *
 * <p>Below the FX line everything live is a {@link io.epochdesk.live.LatestValue} of immutable
 * records. States may be conflated; log lines are part of the immutable value and so never lost.
 */
@NullMarked
package io.epochdesk.live;

import org.jspecify.annotations.NullMarked;
