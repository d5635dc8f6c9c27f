package io.epochdesk.ui;

import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.util.Subscription;

import java.time.Duration;

/** The FX thread of the running toolkit. */
public final class ToolkitThread implements FxThread {

    @Override
    public void run(Runnable work) {
        Platform.runLater(work);
    }

    @Override
    public Subscription after(Duration wait, Runnable work) {
        PauseTransition pause =
                new PauseTransition(javafx.util.Duration.millis((double) wait.toMillis()));
        pause.setOnFinished(_ -> work.run());
        pause.play();
        return pause::stop;
    }
}
