package io.epochdesk.keys.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.epochdesk.keys.AccountSigner;
import io.epochdesk.keys.DomainTag;
import io.epochdesk.keys.vault.Argon2id;
import io.epochdesk.keys.vault.KdfParameters;
import io.epochdesk.keys.vault.Password;
import io.epochdesk.keys.vault.VaultDoor;
import io.epochdesk.keys.vault.VaultSession;
import io.epochdesk.keys.vault.VaultStore;
import io.epochdesk.keys.view.KeysViewModel.State;
import io.epochdesk.text.Formats;
import io.epochdesk.text.Words;
import io.epochdesk.ui.DialogDress;
import io.epochdesk.ui.FxClock;
import io.epochdesk.ui.FxTasks;
import io.epochdesk.ui.Snapshots;
import io.epochdesk.ui.Theme;
import io.epochdesk.ui.ToolkitThread;

import javafx.scene.Parent;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * A window that was unlocked by typing, that took in a private key and used it to sign: once the
 * vault is locked, no live object holds either of them in any form.
 *
 * <p>The test itself never holds them while it dumps: both follow from seeds, one character at a
 * time.
 */
@Tag("robot")
final class NothingInMemoryTest {

    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz";
    private static final int LENGTH = 14;

    private final long passwordSeed = new SecureRandom().nextLong();
    private final long keySeed = new SecureRandom().nextLong();
    private final FxRobot robot = new FxRobot();
    private final Snapshots eyes = Snapshots.open();
    private final ToolkitThread fx = new ToolkitThread();
    private final Formats formats = new Formats(new Words(Locale.ENGLISH), ZoneOffset.UTC);
    private final VaultSession session =
            new VaultSession(Clock.systemUTC(), System::nanoTime, Duration.ofMinutes(5));
    private final Path folder;
    private final Path keyFile;
    private final VaultDoor door;
    private final KeysViewModel model;

    NothingInMemoryTest(@TempDir Path folder) {
        this.folder = folder;
        keyFile = folder.resolve("key");
        door =
                new VaultDoor(
                        new VaultStore(folder.resolve("keys")),
                        new Argon2id(),
                        () -> KdfParameters.LEAST,
                        new SecureRandom()::nextBytes);
        model =
                new KeysViewModel(
                        door,
                        session,
                        new FxTasks(Thread::startVirtualThread, fx),
                        Clock.systemUTC(),
                        "flow-emulator",
                        null);
    }

    @AfterEach
    void close() {
        eyes.close();
        session.close();
    }

    @Test
    void noLiveObjectOfALockedWindowHoldsAPasswordOrAKey() throws IOException {
        try (Password password = new Password(password())) {
            door.create(password).close();
        }
        writeKeyFile();
        eyes.show(1280, 800, Theme.LIGHT, this::page);
        unlockImportAndSign();
        robot.clickOn("#keys-lock");
        Snapshots.await(() -> model.state().get() == State.LOCKED && !session.look());
        Snapshots.settle();

        HeapDump dump = HeapDump.of(folder);
        Map<String, byte[]> wanted = wanted();
        assertThat(dump.find(wanted)).isEmpty();
        dump.delete();

        // the control run: planted once in each form, each form is found
        List<byte[]> planted = new ArrayList<>();
        wanted.values().forEach(way -> planted.add(way.clone()));
        HeapDump.wipe(wanted);
        HeapDump second = HeapDump.of(folder);
        Set<String> found = second.find(wanted());
        assertThat(found).isEqualTo(wanted().keySet());
        second.delete();
        planted.forEach(way -> Arrays.fill(way, (byte) 0));
    }

    private void unlockImportAndSign() {
        Snapshots.await(() -> model.state().get() == State.LOCKED);
        robot.clickOn("#keys-password");
        SplittableRandom random = new SplittableRandom(passwordSeed);
        for (int i = 0; i < LENGTH; i++) {
            robot.write(String.valueOf(letter(random)), 0);
        }
        robot.type(KeyCode.ENTER);
        Snapshots.await(() -> model.state().get() == State.OPEN);
        robot.clickOn("#keys-more").clickOn("#keys-take");
        robot.clickOn("#take-name").write("k", 0);
        TextInputControl file = robot.lookup("#take-file").queryAs(TextInputControl.class);
        Snapshots.onFx(() -> file.setText(keyFile.toString()));
        robot.clickOn("#act");
        Snapshots.await(() -> model.keys().size() == 1);
        byte[] message = DomainTag.TRANSACTION.before(new byte[] {1, 2, 3});
        AccountSigner signer = session.use().signer("k", "flow-emulator");
        assertThat(signer.publicKey().verifies(signer.hash(), message, signer.sign(message)))
                .isTrue();
    }

    private Parent page() {
        StackPane frame =
                new StackPane(
                        new KeysPage(
                                        model,
                                        formats,
                                        new FxClock(Clock.systemUTC(), fx),
                                        new DialogDress(() -> Theme.LIGHT))
                                .root());
        frame.getStyleClass().addAll("shell", "page-frame");
        return frame;
    }

    private char[] password() {
        SplittableRandom random = new SplittableRandom(passwordSeed);
        char[] password = new char[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            password[i] = letter(random);
        }
        return password;
    }

    private static char letter(SplittableRandom random) {
        return LETTERS.charAt(random.nextInt(LETTERS.length()));
    }

    private void writeKeyFile() throws IOException {
        byte[] digits = new byte[64];
        byte[] key = key();
        for (int i = 0; i < key.length; i++) {
            digits[2 * i] = (byte) Character.forDigit(key[i] >> 4 & 15, 16);
            digits[2 * i + 1] = (byte) Character.forDigit(key[i] & 15, 16);
        }
        Files.write(keyFile, digits);
        Arrays.fill(key, (byte) 0);
        Arrays.fill(digits, (byte) 0);
    }

    private byte[] key() {
        byte[] raw = new byte[32];
        new SplittableRandom(keySeed).nextBytes(raw);
        // below the order of any curve
        raw[0] &= 0x7f;
        return raw;
    }

    private Map<String, byte[]> wanted() {
        Map<String, byte[]> wanted = new TreeMap<>();
        HeapDump.waysOf(new String(password()))
                .forEach((way, bytes) -> wanted.put("password in " + way, bytes));
        byte[] key = key();
        HeapDump.waysOf(key).forEach((way, bytes) -> wanted.put("key " + way, bytes));
        Arrays.fill(key, (byte) 0);
        return wanted;
    }
}
