package io.epochdesk.settings;

/**
 * Where the window was when it was closed.
 *
 * @param x left edge on the screen
 * @param y upper edge
 * @param width in pixels of the toolkit, more than 0
 * @param height likewise
 * @param maximized whether it filled the screen
 * @param page the page that was shown, by its name
 */
public record WindowState(
        double x, double y, double width, double height, boolean maximized, String page) {}
