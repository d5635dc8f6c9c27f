package io.epochdesk.keys.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.epochdesk.keys.HashAlgorithm;
import io.epochdesk.keys.SignatureAlgorithm;
import io.epochdesk.keys.vault.KeyDetails;
import io.epochdesk.keys.vault.Password;
import io.epochdesk.keys.vault.Vault;
import io.epochdesk.keys.vault.VaultDoor;
import io.epochdesk.keys.vault.VaultSession;
import io.epochdesk.keys.view.KeysViewModel.State;
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
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Locale;

/** Drives the Keys page as an operator does. */
@Tag("robot")
final class KeysPageTest {

    private static final String PASSWORD = "correct horse";

    private final Formats formats = new Formats(new Words(Locale.ENGLISH), ZoneOffset.UTC);
    private final FxRobot robot = new FxRobot();
    private final Snapshots eyes = Snapshots.open();
    private final ToolkitThread fx = new ToolkitThread();
    private final VaultDoor door;
    private volatile Instant now = Instant.parse("2026-09-09T12:00:00Z");
    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
    private VaultSession session =
            new VaultSession(clock, () -> clock.millis() * 1_000_000, Duration.ofMinutes(5));
    private KeysViewModel model;

    KeysPageTest(@TempDir Path folder) {
        door = new TrialVault(folder).door();
        model = fresh();
    }

    @AfterEach
    void close() {
        eyes.close();
        session.close();
    }

    @Test
    void looksGoodAbsentLockedOpenAndAfterAWrongPassword() {
        eyes.gallery("keys-absent", this::page);
        assertThat(eyes.cutOff()).isEmpty();
        fill();
        eyes.gallery("keys-locked", this::page);
        Snapshots.onFx(() -> model.unlock("wrong password".toCharArray()));
        Snapshots.await(() -> model.fault().get() != null);
        eyes.picture("keys-wrong-password");
        assertThat(eyes.cutOff()).isEmpty();
        session.opened(unlocked());
        eyes.gallery("keys-open", this::page);
        Snapshots.await(() -> model.state().get() == State.OPEN);
        eyes.picture("keys-open-settled");
        assertThat(eyes.cutOff()).isEmpty();
    }

    @Test
    void makesAVaultAndAKeyAndUnlocksItAgain() {
        eyes.show(1280, 800, Theme.LIGHT, this::page);
        Snapshots.await(() -> model.state().get() == State.ABSENT);
        robot.clickOn("#keys-password").write(PASSWORD).type(KeyCode.ENTER).write("other");
        robot.type(KeyCode.ENTER);
        Snapshots.await(() -> model.fault().get() != null);
        assertThat(String.valueOf(model.fault().get())).contains("PASSWORDS_DIFFER");
        assertThat(door.store().exists()).isFalse();

        robot.clickOn("#keys-password").write(PASSWORD).type(KeyCode.ENTER).write(PASSWORD);
        robot.type(KeyCode.ENTER);
        Snapshots.await(() -> model.state().get() == State.OPEN);
        robot.clickOn("#keys-name").write("first").clickOn("#keys-make");
        Snapshots.await(() -> model.keys().size() == 1);

        robot.clickOn("#keys-lock");
        assertThat(model.keys()).isEmpty();
        robot.clickOn("#keys-password").write(PASSWORD + "x").type(KeyCode.BACK_SPACE);
        robot.type(KeyCode.ENTER);
        Snapshots.await(() -> model.state().get() == State.OPEN);
        assertThat(model.keys().getFirst().name()).isEqualTo("first");
        assertThat(model.keys().getFirst().network()).isEqualTo("flow-testnet");
    }

    @Test
    void locksItselfWhenNobodyUsesIt() {
        fill();
        session.opened(unlocked());
        eyes.show(1280, 800, Theme.LIGHT, this::page);
        Snapshots.await(() -> model.state().get() == State.OPEN);
        now = now.plus(Duration.ofMinutes(6));
        Snapshots.await(() -> model.state().get() == State.LOCKED);
        assertThat(model.keys()).isEmpty();
    }

    private Parent page() {
        model = fresh();
        StackPane frame =
                new StackPane(new KeysPage(model, formats, new FxClock(clock, fx)).root());
        frame.getStyleClass().addAll("shell", "page-frame");
        return frame;
    }

    private KeysViewModel fresh() {
        return new KeysViewModel(
                door, session, new FxTasks(Thread::startVirtualThread, fx), clock, "flow-testnet");
    }

    private void fill() {
        try (Vault vault = door.create(password())) {
            for (String name :
                    new String[] {"collection-f70e8fbf", "consensus-57dd7925", "spare"}) {
                vault.make(
                        SignatureAlgorithm.ECDSA_P256,
                        new KeyDetails(name, "flow-testnet", HashAlgorithm.SHA3_256, "", 0, now));
            }
            vault.assign("collection-f70e8fbf", "9eca2b38b18b5dfe", 0);
        }
    }

    private Vault unlocked() {
        return door.unlock(password());
    }

    private static Password password() {
        return new Password(PASSWORD.toCharArray());
    }
}
