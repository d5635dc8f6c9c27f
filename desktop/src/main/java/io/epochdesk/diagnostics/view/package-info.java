/** Shows the diagnostics before they are saved. */
@NullMarked
package io.epochdesk.diagnostics.view;

import org.jspecify.annotations.NullMarked;
