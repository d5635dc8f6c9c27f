package io.epochdesk.dkg.view;

import io.epochdesk.ui.Tone;

/**
 * One answer of the forecast.
 *
 * @param question which question it answers
 * @param tone what the answer means
 * @param value the answer in a few words
 * @param note what stands behind it, in a line or two
 * @param full everything, line by line, for hover and screen readers
 * @param copy what copying it copies; empty where there is nothing to copy
 */
public record ForecastTile(
        Question question, Tone tone, String value, String note, String full, String copy) {

    /** The questions, in the order of the page. */
    public enum Question {
        /** Can it still succeed? */
        OUTCOME,
        /** Whose vectors count, who is out and who may be? */
        DEALERS,
        /** What is the key? */
        KEY,
        /** Who sees it otherwise? */
        RESULTS
    }
}
