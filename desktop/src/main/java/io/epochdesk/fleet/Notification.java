package io.epochdesk.fleet;

/**
 * Something to tell the operator once, wherever they are.
 *
 * @param need what it is about
 * @param resolved whether it is that the need is over
 * @param well whether it is over because all is well; false while it is not over
 */
public record Notification(Need need, boolean resolved, boolean well) {}
