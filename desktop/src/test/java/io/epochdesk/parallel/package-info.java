/** Which tests may run at the same time as others. */
@NullMarked
package io.epochdesk.parallel;

import org.jspecify.annotations.NullMarked;
