package io.epochdesk.ui;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Window;
import javafx.util.Subscription;

import java.util.function.Supplier;

/**
 * Ties work to the time a node is on the screen: begun when it is shown, released when it is
 * hidden.
 */
public final class WhileShown {

    private final Supplier<Subscription> activation;
    private Subscription active = Subscription.EMPTY;
    private boolean isActive;

    private WhileShown(Supplier<Subscription> activation) {
        this.activation = activation;
    }

    /**
     * From now on activates whenever the node comes into a visible window, and ends what the
     * activation returned when it leaves or the window hides. Ending the returned subscription
     * releases for good.
     */
    public static Subscription of(Node root, Supplier<Subscription> activation) {
        WhileShown tie = new WhileShown(activation);
        ObservableValue<Boolean> onScreen =
                root.sceneProperty()
                        .flatMap(Scene::windowProperty)
                        .flatMap(Window::showingProperty)
                        .orElse(false);
        Subscription watching = onScreen.subscribe(tie::set);
        return () -> {
            watching.unsubscribe();
            tie.set(false);
        };
    }

    private void set(boolean shown) {
        if (shown == isActive) {
            return;
        }
        isActive = shown;
        if (shown) {
            active = activation.get();
        } else {
            active.unsubscribe();
            active = Subscription.EMPTY;
        }
    }
}
