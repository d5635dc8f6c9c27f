/** Tests of a rehearsal's access node, over a small chain that a test moves by hand. */
@NullMarked
package io.epochdesk.rehearsal.access;

import org.jspecify.annotations.NullMarked;
