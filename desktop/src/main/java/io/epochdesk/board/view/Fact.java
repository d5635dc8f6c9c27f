package io.epochdesk.board.view;

/**
 * A figure with its name.
 *
 * @param name what it is
 * @param value the figure as it is written
 */
public record Fact(String name, String value) {}
