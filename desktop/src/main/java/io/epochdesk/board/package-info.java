/**
 * The live board: one snapshot of epoch, cluster votes and DKG, kept fresh by one script a tick,
 * and what of it needs attention.
 *
 * <p>The window's pages and the headless commands read the same {@link
 * io.epochdesk.board.BoardSnapshot}. This room composes {@code epoch}, {@code quorum} and {@code
 * dkg}; none of them knows it.
 */
@NullMarked
package io.epochdesk.board;

import org.jspecify.annotations.NullMarked;
