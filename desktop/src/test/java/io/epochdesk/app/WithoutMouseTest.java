package io.epochdesk.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.epochdesk.board.SampleBoards;
import io.epochdesk.board.SampleBoards.Size;
import io.epochdesk.ui.Snapshots;

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
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Whoever has no mouse, or does not see the screen, gets to everything in the window and is told
 * what it is.
 */
@Tag("robot")
final class WithoutMouseTest {

    private static final List<KeyCode> DIGITS =
            List.of(
                    KeyCode.DIGIT1,
                    KeyCode.DIGIT2,
                    KeyCode.DIGIT3,
                    KeyCode.DIGIT4,
                    KeyCode.DIGIT5,
                    KeyCode.DIGIT6,
                    KeyCode.DIGIT7);

    private final FxRobot robot = new FxRobot();
    private final Desk desk;

    WithoutMouseTest(@TempDir Path folder) {
        SampleBoards samples = new SampleBoards(Size.SMALL, 1, Clock.systemUTC().instant());
        desk = new Desk(folder, samples::setup);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void everyControlOfEveryPageHasANameAndIsReachedWithTab() {
        desk.open(false);
        for (KeyCode digit : DIGITS) {
            robot.press(KeyCode.CONTROL, digit).release(digit, KeyCode.CONTROL);
            inOrder(digit.getName());
        }
    }

    @Test
    void theFirstStartHasNamesAndAnOrder() {
        desk.open(true);
        inOrder("first start");
    }

    @Test
    void theGuideAndThePaletteAreOpenedReachedAndLeftWithTheKeyboard() {
        desk.open(false);
        robot.press(KeyCode.CONTROL, KeyCode.DIGIT2).release(KeyCode.DIGIT2, KeyCode.CONTROL);
        robot.type(KeyCode.TAB);
        Node before = focused();
        robot.type(KeyCode.F1);
        Snapshots.await(() -> root().lookup(".guide-scroll") != null);
        assertThat(desk.eyes().unnamed()).isEmpty();
        robot.type(KeyCode.ESCAPE);
        robot.press(KeyCode.CONTROL, KeyCode.K).release(KeyCode.K, KeyCode.CONTROL);
        Snapshots.await(() -> focused().getStyleClass().contains("palette-field"));
        assertThat(desk.eyes().unnamed()).isEmpty();
        robot.type(KeyCode.ESCAPE);
        Snapshots.settle();
        assertThat(focused()).isSameAs(before);
    }

    /** Tab goes round: it comes to everything that can be reached, and is held by nothing. */
    private void inOrder(String page) {
        assertThat(desk.eyes().unnamed()).as(page).isEmpty();
        Set<Node> missed = new HashSet<>(desk.eyes().reachable());
        int steps = missed.size() + 5;
        for (int i = 0; i < steps; i++) {
            robot.type(KeyCode.TAB);
            missed.remove(focused());
        }
        assertThat(missed.stream().map(Snapshots::described)).as(page).isEmpty();
    }

    private Node focused() {
        return Objects.requireNonNull(
                Snapshots.on(() -> desk.eyes().stage().getScene().getFocusOwner()));
    }

    private Parent root() {
        return desk.eyes().stage().getScene().getRoot();
    }
}
