package io.epochdesk.board.view;

import io.epochdesk.ui.Tone;

/**
 * How one part of the preparation stands, for a card.
 *
 * @param tone how good that is
 * @param status in a word or two
 * @param figure the one number to see from two metres
 * @param unit what the number counts
 * @param note the sentence that explains it
 */
public record Summary(Tone tone, String status, String figure, String unit, String note) {}
