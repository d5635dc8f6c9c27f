/** Tests of what the console tells about itself. */
@NullMarked
package io.epochdesk.diagnostics;

import org.jspecify.annotations.NullMarked;
