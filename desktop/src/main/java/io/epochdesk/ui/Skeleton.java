package io.epochdesk.ui;

import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import java.time.Duration;

/**
 * The outline of what is still loading; appears only after 300 ms, so that a quick answer does not
 * flicker.
 */
public final class Skeleton extends VBox {

    private static final Duration PATIENCE = Duration.ofMillis(300);

    /** An outline of this many lines. */
    public Skeleton(int lines, String accessibleText, FxThread fx) {
        getStyleClass().add("skeleton");
        setAccessibleText(accessibleText);
        for (int i = 0; i < lines; i++) {
            Region line = new Region();
            line.getStyleClass().add("skeleton-line");
            line.maxWidthProperty()
                    .bind(widthProperty().multiply(i % 3 == 2 ? 0.55 : 0.9 - 0.1 * (i % 2)));
            getChildren().add(line);
        }
        setOpacity(0);
        WhileShown.of(
                this,
                () -> {
                    Subscription wait = fx.after(PATIENCE, () -> setOpacity(1));
                    return () -> {
                        wait.unsubscribe();
                        setOpacity(0);
                    };
                });
    }
}
