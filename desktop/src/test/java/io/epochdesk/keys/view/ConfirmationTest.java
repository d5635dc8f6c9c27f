package io.epochdesk.keys.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.epochdesk.keys.vault.Vault;
import io.epochdesk.keys.vault.VaultSession;
import io.epochdesk.text.Formats;
import io.epochdesk.text.Words;
import io.epochdesk.ui.FxClock;
import io.epochdesk.ui.FxTasks;
import io.epochdesk.ui.Snapshots;
import io.epochdesk.ui.Theme;
import io.epochdesk.ui.ToolkitThread;

import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/** Before something is signed, whoever sits there shows that they know the password. */
@Tag("robot")
final class ConfirmationTest {

    private final Formats formats = new Formats(new Words(Locale.ENGLISH), ZoneOffset.UTC);
    private final FxRobot robot = new FxRobot();
    private final Snapshots eyes = Snapshots.open();
    private final ToolkitThread fx = new ToolkitThread();
    private final VaultSession session =
            new VaultSession(Clock.systemUTC(), System::nanoTime, Duration.ofMinutes(5));
    private final TrialVault vault;
    private final ConfirmationViewModel model;
    private final List<Vault> confirmed = new CopyOnWriteArrayList<>();

    ConfirmationTest(@TempDir Path folder) {
        vault = new TrialVault(folder);
        vault.door().create(vault.password()).close();
        model =
                new ConfirmationViewModel(
                        vault.door(), session, new FxTasks(Thread::startVirtualThread, fx));
    }

    @AfterEach
    void close() {
        eyes.close();
        session.close();
    }

    @Test
    void takesTheRightPasswordOnlyAlsoWhenTheVaultIsUnlocked() {
        eyes.show(720, 400, Theme.LIGHT, this::pane);
        robot.clickOn("#confirm-password").write("another1", 0).type(KeyCode.ENTER);
        Snapshots.await(() -> model.fault().get() != null && !model.busy().get());
        eyes.picture("confirmation-wrong");
        assertThat(session.look()).isFalse();
        robot.clickOn("#confirm-password").write(TrialVault.PASSWORD, 0).type(KeyCode.ENTER);
        Snapshots.await(() -> confirmed.size() == 1);
        assertThat(session.use()).isSameAs(confirmed.getFirst());

        robot.clickOn("#confirm-password").write("another1", 0).clickOn("#confirm-act");
        Snapshots.await(() -> model.fault().get() != null && !model.busy().get());
        assertThat(confirmed).hasSize(1);
        robot.clickOn("#confirm-password").write(TrialVault.PASSWORD, 0).clickOn("#confirm-act");
        Snapshots.await(() -> confirmed.size() == 2);
        assertThat(confirmed.get(1)).isSameAs(confirmed.get(0));
    }

    private Parent pane() {
        StackPane frame =
                new StackPane(
                        new ConfirmationPane(
                                model,
                                formats,
                                new FxClock(Clock.systemUTC(), fx),
                                "collection-1 signs for flow-testnet.",
                                "Sign and send",
                                confirmed::add));
        frame.getStyleClass().addAll("shell", "page-frame", "page");
        return frame;
    }
}
