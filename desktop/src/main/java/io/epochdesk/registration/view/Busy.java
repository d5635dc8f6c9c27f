package io.epochdesk.registration.view;

/**
 * Something is under way.
 *
 * @param what in words
 * @param canCancel whether it can be left half way
 */
record Busy(String what, boolean canCancel) {}
