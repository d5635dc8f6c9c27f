package io.epochdesk.app;

import io.epochdesk.settings.Settings;
import io.epochdesk.settings.WindowState;
import io.epochdesk.ui.WindowPlace;

import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Instant;

/**
 * The stage of the window. It is shown before anything that shall be on it is made: the sooner
 * something is on the screen, the sooner an operator sees that the console starts. On the FX
 * thread.
 */
final class DeskStage implements AutoCloseable {

    private final Stage stage;
    private final Scene scene;
    private final WindowPlace place;
    private final StartTimes times;
    private final Look look;
    private @Nullable Subscription dressed;

    /**
     * Shows the stage where it was.
     *
     * @param first what is on it until there is more to show
     * @param begun when the console was started
     */
    DeskStage(Stage stage, Parent first, Settings settings, Look look, Instant begun) {
        this.stage = stage;
        this.look = look;
        // A scene without a size of its own takes that of its content when it is pictured.
        scene = new Scene(first, WindowPlace.WIDTH, WindowPlace.HEIGHT);
        place = new WindowPlace(stage);
        times = new StartTimes(scene, Clock.systemUTC(), begun);
        look.theme().wishProperty().set(settings.theme());
        look.theme().theme().getValue().onOpening(scene);
        stage.setScene(scene);
        place.restore(settings.window());
        stage.show();
    }

    /** Puts this title on the window and this into it. */
    void show(String title, Parent root) {
        stage.setTitle(title);
        show(root);
    }

    /** Puts this into the window. */
    void show(Parent root) {
        if (dressed == null) {
            dressed = look.theme().dress(scene);
        }
        scene.setRoot(root);
    }

    /** What it holds. */
    Scene scene() {
        return scene;
    }

    /** When it showed what. */
    StartTimes times() {
        return times;
    }

    /** Where it is, with this page open. */
    WindowState place(String page) {
        return place.state(page);
    }

    /** Follows the look no longer. */
    @Override
    public void close() {
        if (dressed != null) {
            dressed.unsubscribe();
        }
    }
}
