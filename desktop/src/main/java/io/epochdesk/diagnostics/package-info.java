/**
 * What the console tells about itself when something is wrong with it: versions, settings, times,
 * faults and log as one text, without secrets.
 *
 * <p>Nothing is sent anywhere: the text is shown, and saved if the operator wants that.
 */
@NullMarked
package io.epochdesk.diagnostics;

import org.jspecify.annotations.NullMarked;
