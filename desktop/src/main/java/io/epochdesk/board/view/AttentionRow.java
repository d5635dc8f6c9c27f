package io.epochdesk.board.view;

import io.epochdesk.ui.Tone;

/**
 * Something to look at, in words.
 *
 * @param tone how grave it is
 * @param sentence what it is
 * @param page the page where one sees more
 */
public record AttentionRow(Tone tone, String sentence, String page) {}
