/**
 * The window's own means: theme, shell, navigation, notices, banners, figures, columns, and the
 * bridges from feeds and background work to the FX thread.
 *
 * <p>Nothing here knows epochs, votes or whiteboards; those are drawn in the {@code view} rooms of
 * their features. Threads are handed in, never made. Only {@code view} rooms and {@code app} may
 * enter.
 */
@NullMarked
package io.epochdesk.ui;

import org.jspecify.annotations.NullMarked;
