import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/**
 * A window with one label and nothing else, packaged as the console is: what the console's start is
 * compared with. Says when it has been painted, and ends.
 */
public final class Bare {

    private Bare() {}

    public static void main(String[] args) {
        Application.launch(Window.class, args);
    }

    /** The window. */
    public static final class Window extends Application {

        private int pulses;

        @Override
        public void start(Stage stage) {
            Scene scene = new Scene(new StackPane(new Label("Epoch Desk")), 1_280, 800);
            stage.setScene(scene);
            // As the console counts: a frame has been painted when the third pulse begins.
            scene.addPostLayoutPulseListener(
                    () -> {
                        if (++pulses < 3) {
                            Platform.requestNextPulse();
                        } else if (pulses == 3) {
                            System.out.println("frame " + System.currentTimeMillis());
                            Platform.exit();
                        }
                    });
            Platform.requestNextPulse();
            stage.show();
        }
    }
}
