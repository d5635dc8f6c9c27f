package io.epochdesk.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.epochdesk.settings.WindowState;

import javafx.scene.layout.Pane;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The window comes back where it was, unless nobody could see it there. */
@Tag("robot")
final class WindowPlaceTest {

    private final Snapshots eyes = Snapshots.open();

    @AfterEach
    void close() {
        eyes.close();
    }

    @Test
    void comesBackWhereItWas() {
        WindowPlace place = restored(new WindowState(120, 80, 1400, 900, false, "dkg"));
        assertThat(Snapshots.on(() -> eyes.stage().getX())).isEqualTo(120);
        assertThat(Snapshots.on(() -> eyes.stage().getWidth())).isEqualTo(1400);
        assertThat(Snapshots.on(() -> place.state("clusters")))
                .isEqualTo(new WindowState(120, 80, 1400, 900, false, "clusters"));
    }

    @Test
    void aPlaceOnAScreenThatIsGoneIsForgotten() {
        restored(new WindowState(90_000, 80, 1400, 900, false, "dkg"));
        assertThat(Snapshots.on(() -> eyes.stage().getX())).isLessThan(90_000);
        assertThat(Snapshots.on(() -> eyes.stage().getWidth())).isEqualTo(1280);
    }

    @Test
    void isNeverSmallerThanItCanBeUsed() {
        restored(new WindowState(0, 0, 100, 50, false, "dkg"));
        assertThat(Snapshots.on(() -> eyes.stage().getWidth())).isEqualTo(960);
        assertThat(Snapshots.on(() -> eyes.stage().getHeight())).isEqualTo(600);
    }

    @Test
    void aMaximizedWindowKeepsThePlaceItGoesBackTo() {
        WindowPlace place = restored(new WindowState(120, 80, 1400, 900, false, "dkg"));
        Snapshots.onFx(() -> eyes.stage().setMaximized(true));
        Snapshots.settle();
        WindowState state = Snapshots.on(() -> place.state("dkg"));
        assertThat(state.maximized()).isTrue();
        assertThat(state.width()).isEqualTo(1400);
        assertThat(state.x()).isEqualTo(120);
    }

    private WindowPlace restored(@Nullable WindowState last) {
        return Snapshots.on(
                () -> {
                    WindowPlace place = new WindowPlace(eyes.stage());
                    place.restore(last);
                    eyes.stage().setScene(new javafx.scene.Scene(new Pane()));
                    eyes.stage().show();
                    return place;
                });
    }
}
