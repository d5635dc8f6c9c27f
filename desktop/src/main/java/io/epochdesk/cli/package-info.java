/**
 * The headless commands: the same board as the window's, as text and as JSON, with exit codes that
 * scripts can rely on.
 *
 * <p>Commands get everything they need from {@link io.epochdesk.cli.Surroundings}, streams
 * included, so that they run in a test as they run in a shell. The room knows the feature rooms,
 * settings and words; only {@code app} enters it. No JavaFX.
 */
@NullMarked
package io.epochdesk.cli;

import org.jspecify.annotations.NullMarked;
