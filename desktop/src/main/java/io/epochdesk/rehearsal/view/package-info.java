/**
 * How a rehearsal looks: the mark that says one is in it, the bar that steers it, the choice of a
 * scenario.
 *
 * <p>Nothing here shows the chain; the pages of the board do that, and they do not know that it is
 * a rehearsal's. {@code app} may enter.
 */
@NullMarked
package io.epochdesk.rehearsal.view;

import org.jspecify.annotations.NullMarked;
