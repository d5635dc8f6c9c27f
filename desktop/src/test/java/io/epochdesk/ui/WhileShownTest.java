package io.epochdesk.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/** What is tied to a node lives exactly as long as the node is on the screen. */
@Tag("robot")
final class WhileShownTest {

    private final Snapshots eyes = Snapshots.open();
    private final List<String> told = new ArrayList<>();
    private final Pane node = Snapshots.on(Pane::new);
    private final StackPane root = Snapshots.on(StackPane::new);

    @AfterEach
    void close() {
        eyes.close();
    }

    @Test
    void beginsWhenTheNodeComesIntoAShownWindowAndEndsWhenItLeaves() {
        tie();
        eyes.show(200, 100, Theme.LIGHT, () -> root);
        assertThat(told).isEmpty();
        Snapshots.onFx(() -> root.getChildren().setAll(node));
        assertThat(told).containsExactly("begun");
        Snapshots.onFx(() -> root.getChildren().clear());
        assertThat(told).containsExactly("begun", "ended");
    }

    @Test
    void endsWhenTheWindowHidesAndBeginsAgainWithIt() {
        tie();
        eyes.show(
                200,
                100,
                Theme.LIGHT,
                () -> {
                    root.getChildren().setAll(node);
                    return root;
                });
        Snapshots.onFx(() -> eyes.stage().hide());
        assertThat(told).containsExactly("begun", "ended");
        Snapshots.onFx(() -> eyes.stage().show());
        assertThat(told).containsExactly("begun", "ended", "begun");
    }

    @Test
    void isReleasedForGoodWhenItsSubscriptionEnds() {
        Subscription tied = tie();
        eyes.show(
                200,
                100,
                Theme.LIGHT,
                () -> {
                    root.getChildren().setAll(node);
                    return root;
                });
        Snapshots.onFx(tied::unsubscribe);
        assertThat(told).containsExactly("begun", "ended");
        Snapshots.onFx(
                () -> {
                    root.getChildren().clear();
                    root.getChildren().setAll(node);
                });
        assertThat(told).containsExactly("begun", "ended");
    }

    private Subscription tie() {
        return Snapshots.on(
                () ->
                        WhileShown.of(
                                node,
                                () -> {
                                    told.add("begun");
                                    return () -> told.add("ended");
                                }));
    }
}
