/**
 * Starts the console, wires its rooms by constructors, and stops it: the window, or the headless
 * commands.
 *
 * <p>The only room that sees every room; nobody enters it.
 */
@NullMarked
package io.epochdesk.app;

import org.jspecify.annotations.NullMarked;
