package io.epochdesk.ui.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import io.epochdesk.text.Formats;
import io.epochdesk.text.Words;
import io.epochdesk.ui.DialogDress;
import io.epochdesk.ui.Labels;
import io.epochdesk.ui.Roomy;
import io.epochdesk.ui.Snapshots;
import io.epochdesk.ui.Theme;
import io.epochdesk.ui.wizard.WizardStep.State;

import javafx.scene.Parent;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The frame is driven by the keyboard alone, and does nothing while something is under way. */
@Tag("robot")
final class WizardFrameTest {

    private final Formats formats = new Formats(new Words(Locale.ENGLISH), ZoneOffset.UTC);
    private final FxRobot robot = new FxRobot();
    private final Snapshots eyes = Snapshots.open();
    private final List<String> told = new ArrayList<>();
    private WizardFrame frame = Snapshots.on(this::frame);

    @AfterEach
    void close() {
        eyes.close();
    }

    @Test
    void enterGoesOnAltLeftGoesBackEscapeAsksToClose() {
        show();
        robot.clickOn("#one");
        robot.type(KeyCode.ENTER);
        robot.press(KeyCode.ALT).type(KeyCode.LEFT).release(KeyCode.ALT);
        robot.type(KeyCode.ESCAPE);
        assertThat(told).containsExactly("forward", "back", "close");
    }

    @Test
    void aFieldOfSeveralLinesKeepsEnterAndPassesTabOn() {
        show();
        robot.clickOn("#many").type(KeyCode.ENTER);
        robot.press(KeyCode.CONTROL).type(KeyCode.ENTER).release(KeyCode.CONTROL);
        assertThat(told).containsExactly("forward");
        robot.press(KeyCode.SHIFT).type(KeyCode.TAB).release(KeyCode.SHIFT);
        assertThat(Snapshots.on(() -> robot.lookup("#one").query().isFocused())).isTrue();
        assertThat(Snapshots.on(() -> ((TextArea) robot.lookup("#many").query()).getText()))
                .isEqualTo("\n");
    }

    @Test
    void onlyStepsThatCanBeReturnedToArePressed() {
        show();
        robot.clickOn("#wizard-step-0").clickOn("#wizard-step-1").clickOn("#wizard-step-2");
        assertThat(told).containsExactly("return to 0");
    }

    @Test
    void whileSomethingIsUnderWayOnlyCancelAndCloseWork() {
        show();
        Snapshots.onFx(() -> frame.busy("Asking the chain", true));
        robot.clickOn("#wizard-back").clickOn("#wizard-forward").clickOn("#wizard-step-0");
        robot.clickOn("#wizard-cancel").clickOn("#wizard-close");
        assertThat(told).containsExactly("cancel", "close");
        Snapshots.onFx(frame::idle);
        robot.clickOn("#wizard-back");
        assertThat(told).endsWith("back");
    }

    @Test
    void whatIsKnownIsCopiedWhole() {
        show();
        robot.clickOn("f70e8fbf…a2b1");
        assertThat(
                        Snapshots.on(
                                () ->
                                        javafx.scene.input.Clipboard.getSystemClipboard()
                                                .getString()))
                .isEqualTo("f70e8fbf01789f61a2b1");
    }

    private void show() {
        eyes.show(
                1280,
                800,
                Theme.LIGHT,
                () -> {
                    frame = frame();
                    return shell(frame);
                });
    }

    private static Parent shell(WizardFrame frame) {
        StackPane shell = new StackPane(frame.root());
        shell.getStyleClass().addAll("shell", "page-frame");
        Roomy.mark(shell);
        return shell;
    }

    private WizardFrame frame() {
        WizardFrame made = new WizardFrame(formats, new DialogDress(() -> Theme.LIGHT), new Told());
        made.title("Register a node");
        made.steps(
                List.of(
                        new WizardStep("What it does", State.DONE, true),
                        new WizardStep("Values", State.NOW, false),
                        new WizardStep("Checks", State.AHEAD, false)));
        made.known(
                List.of(
                        Known.of("Network", "Rehearsal"),
                        new Known("Node", "f70e8fbf…a2b1", "f70e8fbf01789f61a2b1")));
        TextField one = new TextField();
        one.setId("one");
        TextArea many = new TextArea();
        many.setId("many");
        many.setPrefRowCount(3);
        made.page("Values", new VBox(8, Labels.body("Whose?"), one, many));
        made.act(new WizardActs("Check", true, true));
        return made;
    }

    private final class Told implements WizardListener {
        @Override
        public void forward() {
            told.add("forward");
        }

        @Override
        public void back() {
            told.add("back");
        }

        @Override
        public void returnTo(int step) {
            told.add("return to " + step);
        }

        @Override
        public void cancel() {
            told.add("cancel");
        }

        @Override
        public void close() {
            told.add("close");
        }
    }
}
