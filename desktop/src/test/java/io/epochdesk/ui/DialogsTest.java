package io.epochdesk.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.epochdesk.fault.Fault;
import io.epochdesk.fault.NetworkFault;
import io.epochdesk.text.Words;

import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.stage.Window;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

import java.util.List;
import java.util.Locale;

/** Dialogs say what happened or what would happen, and do nothing by accident. */
@Tag("robot")
final class DialogsTest {

    private final Snapshots eyes = Snapshots.open();
    private final FxRobot robot = new FxRobot();
    private final Words words = new Words(Locale.ENGLISH);
    private final DialogDress dress = new DialogDress(() -> Theme.DARK);
    private final Fault fault =
            NetworkFault.of(
                            NetworkFault.Kind.UNREACHABLE,
                            "connection refused",
                            "node",
                            "our own",
                            "address",
                            "127.0.0.1:9000")
                    .fault();

    @AfterEach
    void close() {
        Snapshots.onFx(() -> List.copyOf(Window.getWindows()).forEach(Window::hide));
        eyes.close();
    }

    @Test
    void aFaultIsSaidWithItsAdviceItsCodeAndWhatTheMachineSaid() {
        eyes.show(800, 600, Theme.DARK, Pane::new);
        Platform.runLater(() -> new FaultDialog(words, dress).show(fault));
        Snapshots.await(() -> robot.lookup(".dialog-pane").tryQuery().isPresent());
        assertThat(labels())
                .anyMatch(text -> text.equals("Nothing answers at 127.0.0.1:9000 (our own)."))
                .anyMatch(text -> text.startsWith("Check that the node runs"));
        assertThat(robot.lookup(".text-area").queryTextInputControl().getText())
                .isEqualTo("NET-101\nconnection refused");
        eyes.pictureOf("dialog-fault-dark", this::dialogScene);
        robot.clickOn(words.say("ui.fault.copy"));
        assertThat(Snapshots.on(() -> Clipboard.getSystemClipboard().getString()))
                .contains("NET-101")
                .contains("connection refused");
        robot.clickOn(words.say("ui.close"));
        Snapshots.await(() -> robot.lookup(".dialog-pane").tryQuery().isEmpty());
    }

    @Test
    void enterAndEscapeConfirmNothing() {
        for (KeyCode key : List.of(KeyCode.ENTER, KeyCode.ESCAPE)) {
            boolean[] done = ask();
            robot.type(key);
            Snapshots.await(() -> robot.lookup("#confirm").tryQuery().isEmpty());
            assertThat(done).containsExactly(false);
        }
    }

    @Test
    void theButtonNamedForTheActDoesIt() {
        boolean[] done = ask();
        assertThat(robot.lookup("#confirm").queryButton().getText()).isEqualTo("Remove network");
        eyes.pictureOf("dialog-confirm-dark", this::dialogScene);
        robot.clickOn("#confirm");
        Snapshots.await(() -> done[0]);
    }

    @Test
    void aSashIsWornByEveryDialogWhileItIsSet() {
        Snapshots.onFx(() -> dress.sash(() -> new Label("Rehearsal")));
        ask();
        assertThat(labels()).contains("Rehearsal");
        robot.type(KeyCode.ESCAPE);
        Snapshots.await(() -> robot.lookup("#confirm").tryQuery().isEmpty());
        Snapshots.onFx(() -> dress.sash(null));
        ask();
        assertThat(labels()).doesNotContain("Rehearsal");
    }

    private boolean[] ask() {
        boolean[] done = {false};
        eyes.show(800, 600, Theme.DARK, Pane::new);
        Snapshots.onFx(
                () ->
                        new ConfirmDialog(words, dress)
                                .ask(
                                        eyes.stage(),
                                        "Remove Berlin?",
                                        "Its access nodes are deleted from the settings.",
                                        "Remove network",
                                        () -> done[0] = true));
        Snapshots.await(() -> robot.lookup("#confirm").tryQuery().isPresent());
        Snapshots.settle();
        return done;
    }

    private List<String> labels() {
        return robot.lookup(".dialog-pane").query().lookupAll(".label").stream()
                .map(node -> ((Labeled) node).getText())
                .toList();
    }

    private Scene dialogScene() {
        return robot.lookup(".dialog-pane").query().getScene();
    }
}
