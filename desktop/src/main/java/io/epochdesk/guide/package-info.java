/**
 * The user guide: chapters in Markdown under {@code resources/io/epochdesk/guide}, one for each
 * page of the window, and the glossary. The same files are read on the web from the README.
 *
 * <p>Knows no page and draws nothing.
 */
@NullMarked
package io.epochdesk.guide;

import org.jspecify.annotations.NullMarked;
