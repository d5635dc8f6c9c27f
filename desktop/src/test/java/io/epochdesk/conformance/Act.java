package io.epochdesk.conformance;

/** Some cases that follow one upon the other on one stage. */
interface Act {

    /** Short; the recording's file name. */
    String name();

    /** What it needs of its stage. */
    default Stage.Circumstances circumstances() {
        return new Stage.Circumstances(false, 600);
    }

    /** Tries its cases. */
    void play(Trial trial);
}
