/** What the history keeps, as the doctor wants it. */
@NullMarked
package io.epochdesk.doctor.past;

import org.jspecify.annotations.NullMarked;
