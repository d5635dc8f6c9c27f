/**
 * The header, which every page has above it, and the Overview page: one sentence, the epoch to
 * scale, what stands behind it.
 *
 * <p>Shown from one {@link io.epochdesk.board.BoardSnapshot}; nothing here asks the network. Only
 * {@code app} may enter.
 */
@NullMarked
package io.epochdesk.board.view;

import org.jspecify.annotations.NullMarked;
