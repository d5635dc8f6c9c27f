package io.epochdesk.board.view;

import io.epochdesk.ui.Tone;

/**
 * A part of something that should become whole, for a small bar.
 *
 * @param name what it is
 * @param text its figures in words
 * @param done between 0 and 1
 * @param tone how good that is
 * @param mine whether the operator has a part in it
 */
public record Share(String name, String text, double done, Tone tone, boolean mine) {

    /** A share in which the operator has no part. */
    public Share(String name, String text, double done, Tone tone) {
        this(name, text, done, tone, false);
    }

    public Share {
        done = Math.clamp(done, 0.0, 1.0);
    }
}
