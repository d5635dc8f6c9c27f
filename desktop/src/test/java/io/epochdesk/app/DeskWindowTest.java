package io.epochdesk.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.epochdesk.board.SampleBoards;
import io.epochdesk.board.SampleBoards.Size;
import io.epochdesk.settings.SettingsStore;
import io.epochdesk.ui.Snapshots;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/** The whole window on sample data: every page by mouse and by keyboard, and what is remembered. */
@Tag("robot")
final class DeskWindowTest {

    private final FxRobot robot = new FxRobot();
    private final SampleBoards samples =
            new SampleBoards(Size.MAINNET, 1, Clock.systemUTC().instant());
    private final Path folder;
    private final Desk desk;

    DeskWindowTest(@TempDir Path folder) {
        this.folder = folder;
        desk = new Desk(folder, samples::setup);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void everyPageOpensByMouseAndByKeyboard() {
        desk.open(false);
        for (String page :
                List.of("clusters", "dkg", "nodes", "keys", "activity", "settings", "overview")) {
            robot.clickOn("#navigate-" + page);
            assertThat(shownPage()).isEqualTo(page);
        }
        KeyCode[] keys = {
            KeyCode.DIGIT2,
            KeyCode.DIGIT3,
            KeyCode.DIGIT4,
            KeyCode.DIGIT5,
            KeyCode.DIGIT6,
            KeyCode.DIGIT7,
            KeyCode.DIGIT1
        };
        String[] pages = {"clusters", "dkg", "nodes", "keys", "activity", "settings", "overview"};
        for (int i = 0; i < keys.length; i++) {
            robot.press(KeyCode.CONTROL).type(keys[i]).release(KeyCode.CONTROL);
            assertThat(shownPage()).isEqualTo(pages[i]);
        }
    }

    @Test
    void theBoardIsHeldOnlyForWhatTheOpenPageShows() {
        desk.open(false);
        robot.clickOn("#navigate-settings");
        Snapshots.settle();
        assertThat(desk.boards().getFirst().held()).isEmpty();
    }

    @Test
    void theTourOpensEveryPageOnceVotesAreOnTheScreen() {
        DeskWindow window = desk.open(false);
        AtomicBoolean ended = new AtomicBoolean();
        Snapshots.onFx(() -> window.tour(() -> ended.set(true)));

        Snapshots.await(ended::get);

        assertThat(shownPage()).isEqualTo("settings");
        assertThat(Snapshots.on(window::startTimes))
                .containsKeys(
                        StartTimes.Point.FRAME,
                        StartTimes.Point.PAGE,
                        StartTimes.Point.FIGURES,
                        StartTimes.Point.VOTES);
    }

    @Test
    void diagnosticsAreShownBeforeTheyAreSaved() throws IOException {
        desk.open(false);
        // In a smaller window the button lies below the edge.
        desk.size(1280, 1200);
        robot.clickOn("#navigate-settings");
        robot.clickOn("#diagnostics");
        Snapshots.await(() -> shownDiagnostics().contains("console "));
        Scene dialog = Snapshots.on(() -> robot.lookup("#diagnostics-text").query().getScene());
        desk.eyes().pictureOf("diagnostics", () -> dialog);
        assertThat(saved()).isEmpty();

        robot.clickOn("#diagnostics-save");
        Snapshots.await(
                () ->
                        robot.lookup("#diagnostics-outcome")
                                .queryLabeled()
                                .getText()
                                .startsWith("Saved to "));

        assertThat(saved())
                .singleElement()
                .satisfies(file -> assertThat(file).hasContent(shownDiagnostics()));
        robot.type(KeyCode.ESCAPE);
    }

    private String shownDiagnostics() {
        return robot.lookup("#diagnostics-text").queryTextInputControl().getText();
    }

    private List<Path> saved() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.getFileName().toString().startsWith("epochdesk-"))
                    .toList();
        }
    }

    @Test
    void f5LooksAgain() {
        desk.open(false);
        robot.type(KeyCode.F5);
        assertThat(desk.boards().getFirst().refreshes()).isEqualTo(1);
    }

    @Test
    void nothingIsAskedOfAnyNetworkBeforeThePersonChoseOne() {
        desk.open(true);
        assertThat(desk.opened()).isEmpty();
        robot.clickOn("#welcome-emulator");
        Snapshots.await(() -> desk.opened().contains("emulator"));
        assertThat(shownPage()).isEqualTo("overview");
    }

    @Test
    void anotherNetworkTakesThePlaceOfTheFirstWhichIsClosed() {
        desk.open(false);
        robot.clickOn("#network").clickOn("Testnet");
        Snapshots.await(() -> desk.opened().contains("testnet"));
        Snapshots.await(() -> desk.boards().getFirst().isClosed());
        assertThat(desk.boards().getLast().isClosed()).isFalse();
    }

    @Test
    void thePageAndThePlaceOfTheWindowAreRemembered() {
        desk.open(false);
        robot.clickOn("#navigate-dkg");
        desk.shut();
        SettingsStore.Loaded kept = desk.store().load();
        assertThat(kept.settings().window()).isNotNull();
        assertThat(String.valueOf(kept.settings().window())).contains("dkg");
    }

    /** The ID of the page that navigation marks as open. */
    private String shownPage() {
        Snapshots.settle();
        Parent root = desk.eyes().stage().getScene().getRoot();
        return Snapshots.on(
                () ->
                        root.lookupAll(".navigation-entry").stream()
                                .filter(
                                        entry ->
                                                entry
                                                                instanceof
                                                                javafx.scene.control.ToggleButton
                                                                        toggle
                                                        && toggle.isSelected())
                                .map(Node::getId)
                                .map(id -> id.replace("navigate-", ""))
                                .findFirst()
                                .orElse(""));
    }
}
