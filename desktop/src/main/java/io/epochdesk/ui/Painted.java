package io.epochdesk.ui;

import javafx.application.Platform;
import javafx.scene.Scene;

/** Work that waits until a scene has been painted. */
public final class Painted {

    /**
     * The first pulse hands a frame to the renderer, the second waits for it at its end, the third
     * therefore begins when the frame has been painted.
     */
    private static final int PULSES = 3;

    private Painted() {}

    /**
     * Runs this on the FX thread once what the scene holds now has been painted. The scene's window
     * must be showing or about to, else nothing happens until it is.
     */
    public static void then(Scene scene, Runnable work) {
        after(scene, PULSES, work);
    }

    /** Runs this on the FX thread after so many pulses of the scene, at least one. */
    public static void after(Scene scene, int pulses, Runnable work) {
        scene.addPostLayoutPulseListener(
                new Runnable() {
                    private int left = pulses;

                    @Override
                    public void run() {
                        left--;
                        if (left > 0) {
                            Platform.requestNextPulse();
                        } else {
                            scene.removePostLayoutPulseListener(this);
                            work.run();
                        }
                    }
                });
        Platform.requestNextPulse();
    }
}
