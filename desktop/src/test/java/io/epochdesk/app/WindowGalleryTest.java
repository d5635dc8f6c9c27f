package io.epochdesk.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.epochdesk.board.SampleBoards;
import io.epochdesk.board.SampleBoards.Size;
import io.epochdesk.ui.Snapshots;
import io.epochdesk.ui.Theme;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;

/**
 * Pictures of the whole window, every page in both looks and both sizes, into {@code
 * target/snapshots/window-…}; nothing in them may be cut off.
 */
@Tag("robot")
final class WindowGalleryTest {

    private static final List<String> PAGES =
            List.of("overview", "clusters", "dkg", "nodes", "keys", "activity", "settings");

    private final FxRobot robot = new FxRobot();

    @Test
    void everyPageLooksGoodInTheWholeWindow(@TempDir Path folder) {
        SampleBoards samples = new SampleBoards(Size.MAINNET, 1, Clock.systemUTC().instant());
        try (Desk desk = new Desk(folder, samples::setup)) {
            desk.open(false);
            // The window takes the size it remembers when it is shown, not before.
            Snapshots.await(() -> desk.eyes().stage().getScene().lookup("#navigate-keys") != null);
            for (int[] size : Snapshots.SIZES) {
                desk.size(size[0], size[1]);
                for (String page : PAGES) {
                    robot.clickOn("#navigate-" + page);
                    for (Theme look : Theme.values()) {
                        desk.wear(look);
                        desk.eyes()
                                .picture(
                                        "window-%s-%s-%dx%d"
                                                .formatted(
                                                        page,
                                                        look.name().toLowerCase(Locale.ROOT),
                                                        size[0],
                                                        size[1]));
                    }
                    assertThat(desk.eyes().unnamed()).as(page).isEmpty();
                    assertThat(desk.eyes().cutOff()).as(page + " at " + size[0]).isEmpty();
                }
            }
        }
    }
}
