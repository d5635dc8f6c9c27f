package io.epochdesk.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.epochdesk.board.SampleBoards;
import io.epochdesk.board.SampleBoards.Size;
import io.epochdesk.board.view.FixedBoard;
import io.epochdesk.fault.NetworkFault;
import io.epochdesk.settings.SettingsStore;
import io.epochdesk.ui.Snapshots;
import io.epochdesk.ui.ThemeChoice;
import io.epochdesk.ui.ToolkitThread;

import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** The whole window on sample data: every page by mouse and by keyboard, and what is remembered. */
@Tag("robot")
final class DeskWindowTest {

    @TempDir Path folder = Path.of("target");

    private final Snapshots eyes = Snapshots.open();
    private final FxRobot robot = new FxRobot();
    private final List<FixedBoard> boards = new ArrayList<>();
    private final List<String> opened = new ArrayList<>();
    private final List<DeskWindow> windows = new ArrayList<>();

    @AfterEach
    void close() {
        windows.forEach(window -> Snapshots.onFx(window::close));
        eyes.close();
    }

    @Test
    void everyPageOpensByMouseAndByKeyboard() {
        open(false);
        for (String page : List.of("clusters", "dkg", "settings", "overview")) {
            robot.clickOn("#navigate-" + page);
            assertThat(shownPage()).isEqualTo(page);
        }
        KeyCode[] keys = {KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT4, KeyCode.DIGIT1};
        String[] pages = {"clusters", "dkg", "settings", "overview"};
        for (int i = 0; i < keys.length; i++) {
            robot.press(KeyCode.CONTROL).type(keys[i]).release(KeyCode.CONTROL);
            assertThat(shownPage()).isEqualTo(pages[i]);
        }
    }

    @Test
    void theBoardIsHeldOnlyForWhatTheOpenPageShows() {
        open(false);
        robot.clickOn("#navigate-settings");
        Snapshots.settle();
        assertThat(boards.getFirst().held()).isEmpty();
    }

    @Test
    void f5LooksAgain() {
        open(false);
        robot.type(KeyCode.F5);
        assertThat(boards.getFirst().refreshes()).isEqualTo(1);
    }

    @Test
    void nothingIsAskedOfAnyNetworkBeforeThePersonChoseOne() {
        open(true);
        assertThat(opened).isEmpty();
        robot.clickOn("#welcome-emulator");
        Snapshots.await(() -> opened.contains("emulator"));
        assertThat(shownPage()).isEqualTo("overview");
    }

    @Test
    void anotherNetworkTakesThePlaceOfTheFirstWhichIsClosed() {
        open(false);
        robot.clickOn("#network").clickOn("Testnet");
        Snapshots.await(() -> opened.contains("testnet"));
        Snapshots.await(() -> boards.getFirst().isClosed());
        assertThat(boards.getLast().isClosed()).isFalse();
    }

    @Test
    void thePageAndThePlaceOfTheWindowAreRemembered() {
        DeskWindow window = open(false);
        robot.clickOn("#navigate-dkg");
        Snapshots.onFx(window::close);
        windows.clear();
        SettingsStore.Loaded kept = store().load();
        assertThat(kept.settings().window()).isNotNull();
        assertThat(String.valueOf(kept.settings().window())).contains("dkg");
    }

    private DeskWindow open(boolean firstStart) {
        SampleBoards samples = new SampleBoards(Size.MAINNET, 1, Clock.systemUTC().instant());
        ThemeChoice theme = new ThemeChoice(new SimpleObjectProperty<>(ColorScheme.LIGHT));
        Machinery machinery =
                new Machinery(
                        profile -> {
                            opened.add(profile.id());
                            FixedBoard board = new FixedBoard(samples.setup());
                            boards.add(board);
                            return board;
                        },
                        (node, cap) -> {
                            throw NetworkFault.of(NetworkFault.Kind.CLOSED, "");
                        },
                        work -> Thread.startVirtualThread(work),
                        new ToolkitThread(),
                        theme);
        DeskWindow window =
                Snapshots.on(
                        () ->
                                new DeskWindow(
                                        eyes.stage(),
                                        new StoredSettings(store()),
                                        folder,
                                        machinery));
        windows.add(window);
        Snapshots.onFx(() -> window.open(firstStart));
        Snapshots.settle();
        return window;
    }

    private SettingsStore store() {
        return new SettingsStore(folder, Clock.systemUTC());
    }

    /** The ID of the page that navigation marks as open. */
    private String shownPage() {
        Snapshots.settle();
        Parent root = eyes.stage().getScene().getRoot();
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
