/** Programs that tests run in a process of their own. */
@NullMarked
package io.epochdesk.process;

import org.jspecify.annotations.NullMarked;
