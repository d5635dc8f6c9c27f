/**
 * The frame of every guided flow: its steps at the left, one thing at a time in the middle, what is
 * known so far at the right, and the buttons below.
 *
 * <p>It knows no flow: what is shown is handed in, what is pressed is told.
 */
@NullMarked
package io.epochdesk.ui.wizard;

import org.jspecify.annotations.NullMarked;
