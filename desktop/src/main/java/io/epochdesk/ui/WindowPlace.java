package io.epochdesk.ui;

import io.epochdesk.settings.WindowState;

import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;

/** Puts the window where it was, and remembers where it is. */
public final class WindowPlace {

    /** How wide a window is at first, in pixels. */
    public static final double WIDTH = 1_280;

    /** How high a window is at first, in pixels. */
    public static final double HEIGHT = 800;

    private static final double LEAST_WIDTH = 960;
    private static final double LEAST_HEIGHT = 600;

    private final Stage stage;
    private Rectangle2D restored = new Rectangle2D(0, 0, WIDTH, HEIGHT);

    public WindowPlace(Stage stage) {
        this.stage = stage;
    }

    /**
     * Puts the window where it was, if a screen is still there; else in the middle of the first
     * one.
     */
    public void restore(@Nullable WindowState last) {
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        stage.setWidth(Math.min(WIDTH, screen.getWidth()));
        stage.setHeight(Math.min(HEIGHT, screen.getHeight()));
        if (last != null && isOnScreen(last)) {
            stage.setX(last.x());
            stage.setY(last.y());
            stage.setWidth(Math.max(LEAST_WIDTH, last.width()));
            stage.setHeight(Math.max(LEAST_HEIGHT, last.height()));
            stage.setMaximized(last.maximized());
        }
        // Told of each change, not only of the first invalidation.
        stage.xProperty().subscribe(_ -> remember());
        stage.yProperty().subscribe(_ -> remember());
        stage.widthProperty().subscribe(_ -> remember());
        stage.heightProperty().subscribe(_ -> remember());
        remember();
    }

    /**
     * Where the window is now, with the page it shows; a maximized one keeps the place it goes back
     * to.
     */
    public WindowState state(String page) {
        return new WindowState(
                restored.getMinX(),
                restored.getMinY(),
                restored.getWidth(),
                restored.getHeight(),
                stage.isMaximized(),
                page);
    }

    private void remember() {
        boolean known =
                !Double.isNaN(stage.getX()) && stage.getWidth() > 0 && stage.getHeight() > 0;
        if (known && !stage.isMaximized() && !stage.isIconified()) {
            restored =
                    new Rectangle2D(
                            stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight());
        }
    }

    private static boolean isOnScreen(WindowState state) {
        return !Screen.getScreensForRectangle(
                        state.x(),
                        state.y(),
                        Math.max(1, state.width()),
                        Math.max(1, state.height()))
                .isEmpty();
    }
}
