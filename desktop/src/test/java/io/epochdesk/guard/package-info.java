/** The rules of the house that run: which room may enter which, and what no room may do. */
@NullMarked
package io.epochdesk.guard;

import org.jspecify.annotations.NullMarked;
