/** What needs the operator, in words: the same in the window, in notifications and headless. */
@NullMarked
package io.epochdesk.fleet.words;

import org.jspecify.annotations.NullMarked;
