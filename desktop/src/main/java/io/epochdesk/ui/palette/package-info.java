/**
 * The command palette: one field in which everything the window knows is found by a few letters.
 *
 * <p>What there is to find is handed in as {@link io.epochdesk.ui.palette.Command}s; nothing here
 * knows pages, nodes or flows.
 */
@NullMarked
package io.epochdesk.ui.palette;

import org.jspecify.annotations.NullMarked;
