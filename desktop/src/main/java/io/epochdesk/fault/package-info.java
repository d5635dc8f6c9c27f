/**
 * What can go wrong, as values.
 *
 * <p>A {@link io.epochdesk.fault.Fault} has a stable code that people can search for, and the facts
 * its sentence is filled with; the sentence itself and the next step live in the text bundle {@code
 * text/fault.properties} under the code. No room is used from here; every room may use it.
 */
@NullMarked
package io.epochdesk.fault;

import org.jspecify.annotations.NullMarked;
