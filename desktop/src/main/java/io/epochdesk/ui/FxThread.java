package io.epochdesk.ui;

import javafx.util.Subscription;

import java.time.Duration;

/**
 * The thread that owns the screen. The toolkit's is {@link ToolkitThread}; tests without a toolkit
 * bring their own.
 */
public interface FxThread {

    /**
     * Runs this on the FX thread, later but soon, in the order of the calls. May be called from any
     * thread.
     */
    void run(Runnable work);

    /**
     * Runs this on the FX thread after a wait, unless the subscription is ended first. Called on
     * the FX thread.
     */
    Subscription after(Duration wait, Runnable work);
}
