/**
 * Drawn controls: regions that paint themselves onto one canvas, with colours and fonts from the
 * theme's tokens.
 *
 * <p>They know lines, marks and rows, not clusters or messages: what a figure means is said by the
 * {@code view} rooms that use them. Whatever is painted can also be reached by keyboard and is told
 * to a screen reader as text.
 */
@NullMarked
package io.epochdesk.ui.drawn;

import org.jspecify.annotations.NullMarked;
