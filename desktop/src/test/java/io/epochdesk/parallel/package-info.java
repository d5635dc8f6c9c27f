/** When tests run: which may run at the same time as others, and how closely they look. */
@NullMarked
package io.epochdesk.parallel;

import org.jspecify.annotations.NullMarked;
