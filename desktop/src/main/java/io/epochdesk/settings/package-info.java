/**
 * The operator's choices: networks with their access nodes, theme, language, time zone, folders,
 * window.
 *
 * <p>One JSON file keeps them; it is written as a whole or not at all. Secrets do not belong here.
 * The room knows network profiles, addresses and faults; the window and the headless commands use
 * it.
 */
@NullMarked
package io.epochdesk.settings;

import org.jspecify.annotations.NullMarked;
