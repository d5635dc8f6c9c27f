package io.epochdesk.ui.wizard;

import io.epochdesk.ui.Tone;

/**
 * A step as the frame shows it.
 *
 * @param title a few words
 * @param state how it stands
 * @param canReturn whether one may go back to it
 */
public record WizardStep(String title, State state, boolean canReturn) {

    /** How a step stands. */
    public enum State {
        /** It is behind one. */
        DONE(Tone.SUCCESS),
        /** One is in it. */
        NOW(Tone.PROGRESS),
        /** One is in it and it cannot go on by itself. */
        STOPPED(Tone.DANGER),
        /** It is still to come. */
        AHEAD(Tone.CALM);

        private final Tone tone;

        State(Tone tone) {
            this.tone = tone;
        }

        Tone tone() {
            return tone;
        }
    }
}
