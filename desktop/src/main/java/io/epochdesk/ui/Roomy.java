package io.epochdesk.ui;

import javafx.css.PseudoClass;
import javafx.scene.layout.Region;

/** Marks the root of a large window, so that sheets can step up the scale: it is read from afar. */
public final class Roomy {

    private static final PseudoClass ROOMY = PseudoClass.getPseudoClass("roomy");
    private static final double WIDTH = 2_200;
    private static final double HEIGHT = 1_200;

    private Roomy() {}

    /** From now on the region has the pseudo-class {@code roomy} whenever it is large. */
    public static void mark(Region root) {
        root.layoutBoundsProperty()
                .subscribe(
                        bounds ->
                                root.pseudoClassStateChanged(
                                        ROOMY,
                                        bounds.getWidth() >= WIDTH
                                                && bounds.getHeight() >= HEIGHT));
    }
}
