/**
 * Tests of the cadence room: vectors of the format, recorded answers of a real chain, round trips
 * and hostile texts.
 */
@NullMarked
package io.epochdesk.cadence;

import org.jspecify.annotations.NullMarked;
