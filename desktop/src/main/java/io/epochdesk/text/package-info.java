/**
 * What people read: every visible sentence, looked up by key, and how numbers, amounts, durations
 * and times are written.
 *
 * <p>The sentences stand in {@code resources/io/epochdesk/text/<area>.properties} (UTF-8, named
 * placeholders); the first word of a key names the area. Of other rooms it knows the faults only;
 * every room may use it.
 */
@NullMarked
package io.epochdesk.text;

import org.jspecify.annotations.NullMarked;
