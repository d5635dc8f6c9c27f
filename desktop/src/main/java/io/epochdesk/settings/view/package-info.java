/**
 * The Settings page: networks with their access nodes, each of which can be tested, and how the
 * console looks and tells time.
 *
 * <p>What is typed stays a draft until it is right and saved. Only {@code app} may enter.
 */
@NullMarked
package io.epochdesk.settings.view;

import org.jspecify.annotations.NullMarked;
