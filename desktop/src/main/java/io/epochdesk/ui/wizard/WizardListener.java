package io.epochdesk.ui.wizard;

/** What is pressed in the frame. */
public interface WizardListener {

    /** The main button. */
    void forward();

    /** One step back. */
    void back();

    /** Back to this step, counted from 0. */
    void returnTo(int step);

    /** Whatever is under way is to end. */
    void cancel();

    /** The flow is to be closed; ask first where something would be lost. */
    void close();
}
