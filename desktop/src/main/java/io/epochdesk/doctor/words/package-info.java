/**
 * What the doctor found, in people's words: the same in the window and in headless output. Knows no
 * JavaFX and asks nobody.
 */
@NullMarked
package io.epochdesk.doctor.words;

import org.jspecify.annotations.NullMarked;
