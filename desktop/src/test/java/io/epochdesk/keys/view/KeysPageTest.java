package io.epochdesk.keys.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.epochdesk.keys.AccountPrivateKey;
import io.epochdesk.keys.HashAlgorithm;
import io.epochdesk.keys.SignatureAlgorithm;
import io.epochdesk.keys.bootstrap.BootstrapCopy;
import io.epochdesk.keys.vault.KeyDetails;
import io.epochdesk.keys.vault.Vault;
import io.epochdesk.keys.vault.VaultDoor;
import io.epochdesk.keys.vault.VaultKey;
import io.epochdesk.keys.vault.VaultSession;
import io.epochdesk.keys.view.KeysViewModel.State;
import io.epochdesk.text.Formats;
import io.epochdesk.text.Words;
import io.epochdesk.ui.DialogDress;
import io.epochdesk.ui.FxClock;
import io.epochdesk.ui.FxTasks;
import io.epochdesk.ui.Roomy;
import io.epochdesk.ui.Snapshots;
import io.epochdesk.ui.Theme;
import io.epochdesk.ui.ToolkitThread;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

/** Drives the Keys page as an operator does. */
@Tag("robot")
final class KeysPageTest {

    private static final String PASSWORD = TrialVault.PASSWORD;
    private static final String BACKUP = "backup-1";

    private final Formats formats = new Formats(new Words(Locale.ENGLISH), ZoneOffset.UTC);
    private final FxRobot robot = new FxRobot();
    private final Snapshots eyes = Snapshots.open();
    private final ToolkitThread fx = new ToolkitThread();
    private final Path folder;
    private final VaultDoor door;
    private volatile Instant now = Instant.parse("2026-09-09T12:00:00Z");
    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
    private final VaultSession session =
            new VaultSession(clock, () -> clock.millis() * 1_000_000, Duration.ofMinutes(5));
    private volatile Theme theme = Theme.LIGHT;
    private @Nullable Practice practice;
    private KeysViewModel model;

    KeysPageTest(@TempDir Path folder) {
        this.folder = folder;
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
        look("keys-absent", Theme.LIGHT);
        fill();
        look("keys-locked", Theme.DARK);
        look("keys-locked", Theme.LIGHT);
        Snapshots.onFx(() -> model.unlock("wrong password".toCharArray()));
        Snapshots.await(() -> model.fault().get() != null);
        eyes.picture("keys-wrong-password");
        assertThat(eyes.cutOff()).isEmpty();
        session.opened(unlocked());
        for (Theme look : Theme.values()) {
            for (int[] size : Snapshots.SIZES) {
                eyes.show(size[0], size[1], look, this::page);
                Snapshots.await(() -> selected() != null);
                eyes.picture("keys-open-" + look.name().toLowerCase(Locale.ROOT) + "-" + size[0]);
                assertThat(eyes.cutOff()).isEmpty();
            }
        }
    }

    @Test
    void makesAVaultAndAKeyAndUnlocksItAgain() {
        show();
        Snapshots.await(() -> model.state().get() == State.ABSENT);
        robot.clickOn("#keys-password").write(PASSWORD, 0).type(KeyCode.ENTER).write("other", 0);
        robot.type(KeyCode.ENTER);
        Snapshots.await(() -> model.fault().get() != null);
        assertThat(String.valueOf(model.fault().get())).contains("PASSWORDS_DIFFER");
        assertThat(door.store().exists()).isFalse();

        robot.clickOn("#keys-password").write(PASSWORD, 0).type(KeyCode.ENTER).write(PASSWORD, 0);
        robot.type(KeyCode.ENTER);
        Snapshots.await(() -> model.state().get() == State.OPEN);
        robot.clickOn("#keys-make");
        robot.clickOn("#make-name").write("first", 0);
        picture("keys-dialog-make");
        robot.type(KeyCode.ENTER);
        Snapshots.await(() -> model.keys().size() == 1 && isGone("#make-name"));

        robot.clickOn("#keys-lock");
        assertThat(model.keys()).isEmpty();
        robot.clickOn("#keys-password").write(PASSWORD + "x", 0).type(KeyCode.BACK_SPACE);
        robot.type(KeyCode.ENTER);
        Snapshots.await(() -> model.state().get() == State.OPEN);
        assertThat(model.keys().getFirst().name()).isEqualTo("first");
        assertThat(model.keys().getFirst().network()).isEqualTo("flow-emulator");
    }

    @Test
    void importsABootstrapFolderAndSaysWhatEachFileWas() throws IOException {
        BootstrapCopy copy = BootstrapCopy.in(folder.resolve("bootstrap"));
        BootstrapCopy.change(copy.account(), "\n}", ",\n  \"Comment\": 1\n}");
        open();
        robot.clickOn("#keys-folder").clickOn("#import-folder").write(folder.toString(), 0);
        picture("keys-dialog-folder");
        robot.clickOn("#act");
        Snapshots.await(() -> !isGone("#findings"));
        for (Theme look : Theme.values()) {
            theme = look;
            Snapshots.onFx(() -> look.on(dialog().getScene()));
            picture("keys-dialog-findings-" + look.name().toLowerCase(Locale.ROOT));
        }
        assertThat(words(dialog()))
                .contains(
                        "The private key of the machine account.",
                        "The key of the node's secrets: never opened.",
                        "It has fields that the node does not know.",
                        "Others on this machine can read it: chmod 600.",
                        "Key 0 of account 0x179b6b1cb6755e31")
                .noneMatch(text -> text.contains(BootstrapCopy.PRIVATE_KEY.substring(0, 12)));
        rename("spare");
        assertThat(words(dialog())).contains("Another key has this name.");
        assertThat(robot.lookup("#act").query().isDisabled()).isTrue();
        picture("keys-dialog-findings-taken");
        rename("berlin-1");
        robot.clickOn("#act");
        Snapshots.await(() -> !isGone("#act-done"));
        picture("keys-dialog-imported");
        robot.clickOn("#act-cancel");
        Snapshots.await(() -> model.keys().stream().anyMatch(key -> key.name().equals("berlin-1")));
        VaultKey key = key("berlin-1");
        assertThat(key.network()).isEqualTo("flow-emulator");
        assertThat(key.address()).isEqualTo("179b6b1cb6755e31");
        assertThat(key.file()).isEqualTo(copy.account().toString());
        Snapshots.await(() -> key.equals(selected()));
        eyes.picture("keys-imported");

        robot.clickOn("#keys-folder");
        put("#import-folder", copy.ofNode());
        robot.clickOn("#act");
        Snapshots.await(() -> !isGone("#findings"));
        assertThat(words(dialog())).contains("In the vault already as berlin-1");
        assertThat(robot.lookup("#act").query().isDisabled()).isTrue();
    }

    @Test
    void tellsWhatIsWrongWithAFolder() throws IOException {
        BootstrapCopy copy = BootstrapCopy.in(folder.resolve("spoiled"));
        BootstrapCopy.change(copy.key(), "1a123e4b", "2a123e4b");
        BootstrapCopy.put(copy.nodeId(), "");
        open();
        robot.clickOn("#keys-folder").clickOn("#import-folder").write("/nowhere/at/all", 0);
        robot.clickOn("#act");
        Snapshots.await(() -> words(dialog()).contains("FIL-716"));
        picture("keys-dialog-folder-wrong");
        put("#import-folder", copy.folder());
        robot.clickOn("#act");
        Snapshots.await(() -> !isGone("#findings"));
        picture("keys-dialog-findings-wrong");
        assertThat(words(dialog()))
                .anyMatch(text -> text.contains("FIL-715"))
                .anyMatch(text -> text.contains("FIL-703"))
                .anyMatch(text -> text.startsWith("Its files contradict each other"));
        assertThat(robot.lookup("#act").query().isDisabled()).isTrue();
        robot.type(KeyCode.ESCAPE);
        Snapshots.await(() -> isGone("#findings"));
        assertThat(model.keys()).hasSize(4);
    }

    @Test
    void takesInATypedKeyAndOneFromAFile() throws IOException {
        Path file = folder.resolve("key.txt");
        Files.writeString(file, "0x" + "00".repeat(31) + "07\n");
        open();
        robot.clickOn("#keys-more").clickOn("#keys-take");
        robot.clickOn("#take-name").write("typed", 0);
        secret("#take-digits", "111");
        robot.clickOn("#act");
        Snapshots.await(() -> words(dialog()).contains("KEY-512"));
        picture("keys-dialog-take-wrong");
        secret("#take-digits", "11".repeat(32));
        picture("keys-dialog-take");
        robot.clickOn("#act");
        Snapshots.await(() -> isGone("#take-name"));
        Snapshots.await(() -> model.keys().size() == 5);
        robot.clickOn("#keys-more").clickOn("#keys-take");
        robot.clickOn("#take-name").write("filed", 0);
        put("#take-file", file);
        robot.clickOn("#act");
        Snapshots.await(() -> model.keys().size() == 6);
        byte[] seven = new byte[32];
        seven[31] = 7;
        assertThat(key("filed").publicKey())
                .isEqualTo(AccountPrivateKey.of(SignatureAlgorithm.ECDSA_P256, seven).publicKey());
    }

    @Test
    void namesAssignsAndDestroysAKey() {
        open();
        select("spare");
        robot.clickOn("#key-rename")
                .doubleClickOn("#rename-name")
                .write("reserve", 0)
                .type(KeyCode.ENTER);
        Snapshots.await(() -> isGone("#rename-name") && selectedName().equals("reserve"));

        robot.clickOn("#key-assign");
        robot.clickOn("#assign-address").write("0x1", 0);
        assertThat(words(dialog())).contains("An address has 16 hex digits, with or without 0x.");
        robot.push(KeyCode.SHORTCUT, KeyCode.A).write("e467b9dd11fa00df", 0);
        picture("keys-dialog-assign-wrong");
        assertThat(words(dialog()))
                .anyMatch(text -> text.startsWith("This is no address of flow-emulator"));
        assertThat(robot.lookup("#act").query().isDisabled()).isTrue();
        robot.push(KeyCode.SHORTCUT, KeyCode.A).write("f8d6e0586b0a20c7", 0);
        robot.doubleClickOn("#assign-index").write("12", 0).type(KeyCode.ENTER);
        Snapshots.await(() -> isGone("#assign-index") && key("reserve").keyIndex() == 12);
        assertThat(key("reserve").address()).isEqualTo("f8d6e0586b0a20c7");

        robot.clickOn("#key-destroy").clickOn("#destroy-name").write("reserv", 0);
        assertThat(robot.lookup("#act").query().isDisabled()).isTrue();
        robot.write("e", 0);
        picture("keys-dialog-destroy");
        robot.clickOn("#act");
        Snapshots.await(() -> !isGone("#act-done"));
        robot.clickOn("#act-cancel");
        Snapshots.await(() -> model.keys().size() == 3);
        assertThat(model.keys()).extracting(VaultKey::name).doesNotContain("reserve");
    }

    @Test
    void exportsAfterThePasswordOnlyAndOverNothingUnasked() throws IOException {
        Path file = folder.resolve("node-machine-account-info.priv.json");
        Files.writeString(file, "something");
        open();
        select("collection-2fa1c0de");
        robot.clickOn("#key-export");
        put("#export-to", file);
        Snapshots.await(() -> robot.lookup("#export-replace").query().isVisible());
        secret("#export-password", "another1");
        assertThat(robot.lookup("#act").query().isDisabled()).isTrue();
        robot.clickOn("#export-replace").clickOn("#act");
        Snapshots.await(() -> words(dialog()).contains("VLT-606"));
        picture("keys-dialog-export-wrong");
        assertThat(file).hasContent("something");
        secret("#export-password", PASSWORD);
        picture("keys-dialog-export");
        robot.clickOn("#act");
        Snapshots.await(() -> !isGone("#act-done"));
        picture("keys-dialog-exported");
        assertThat(folder.resolve(file.getFileName() + ".old")).hasContent("something");
        assertThat(Files.readString(file)).contains("0xf8d6e0586b0a20c7");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        robot.clickOn("#act-cancel");
        Snapshots.await(() -> key("collection-2fa1c0de").file().equals(file.toString()));
    }

    @Test
    void backsUpProvesRestoresAndChangesThePassword() {
        Path backup = folder.resolve("b.vault");
        open();
        robot.clickOn("#keys-more").clickOn("#keys-backup");
        put("#backup-to", backup);
        secret("#backup-password", BACKUP);
        secret("#backup-again", BACKUP);
        picture("keys-dialog-backup");
        robot.clickOn("#act");
        done("It opens, and its 4 keys sign.");
        robot.clickOn("#keys-more").clickOn("#keys-drill");
        put("#drill-file", backup);
        secret("#drill-password", BACKUP);
        robot.clickOn("#act");
        done("It opens, and its 4 keys sign.");
        select("spare");
        robot.clickOn("#key-destroy").clickOn("#destroy-name").write("spare", 0).clickOn("#act");
        done("spare was destroyed.");
        robot.clickOn("#keys-more").clickOn("#keys-restore");
        put("#restore-file", backup);
        secret("#restore-password", BACKUP);
        robot.clickOn("#act");
        done("One key was restored.");
        assertThat(key("spare").network()).isEqualTo("flow-emulator");

        robot.clickOn("#keys-more").clickOn("#keys-passwd");
        secret("#passwd-present", PASSWORD);
        secret("#passwd-next", "another1");
        secret("#passwd-again", "another1");
        picture("keys-dialog-passwd");
        robot.clickOn("#act");
        done("The vault opens with the new password only.");
        robot.clickOn("#keys-lock").clickOn("#keys-password");
        secret("#keys-password", "another1");
        robot.type(KeyCode.ENTER);
        Snapshots.await(() -> model.state().get() == State.OPEN);
    }

    @Test
    void aRehearsalOffersPracticeFoldersAndTakesInNothingReal() throws IOException {
        Path made = folder.resolve("practice");
        practice =
                new Practice(
                        made,
                        () ->
                                new Practice.Offer(
                                        List.of(
                                                new PracticeNode(
                                                        BootstrapCopy.ID,
                                                        "collection",
                                                        PracticeNode.Purpose.REGISTER,
                                                        BootstrapCopy::in,
                                                        message -> message)),
                                        List.of(
                                                new PracticeKey(
                                                        "staking-account",
                                                        "f8d6e0586b0a20c7",
                                                        () ->
                                                                AccountPrivateKey.ofSeed(
                                                                        SignatureAlgorithm
                                                                                .ECDSA_P256,
                                                                        new byte[48])))));
        fill();
        session.opened(unlocked());
        show();
        Snapshots.await(() -> model.state().get() == State.OPEN);
        eyes.picture("keys-rehearsal");
        assertThat(eyes.cutOff()).isEmpty();
        robot.clickOn("#keys-folder");
        picture("keys-dialog-practice");
        assertThat(isGone("#import-folder")).isTrue();
        robot.clickOn("#practice-collection").clickOn("#act");
        Snapshots.await(() -> !isGone("#findings"));
        Snapshots.settle();
        rename("practice");
        robot.clickOn("#act");
        done("One key was imported.");
        assertThat(key("practice").file()).startsWith(made.toString());
        robot.clickOn("#keys-folder").clickOn("#practice-staking-account").clickOn("#act");
        Snapshots.await(() -> model.keys().size() == 6);
        assertThat(key("staking-account").address()).isEqualTo("f8d6e0586b0a20c7");
        robot.clickOn("#keys-more");
        Snapshots.settle();
        assertThat(isGone("#keys-take")).isTrue();
        robot.type(KeyCode.ESCAPE);
    }

    @Test
    void locksItselfWhenNobodyUsesItAndWipesWhatWasBeingTyped() {
        open();
        robot.clickOn("#keys-more").clickOn("#keys-passwd");
        secret("#passwd-present", PASSWORD);
        now = now.plus(Duration.ofMinutes(6));
        Snapshots.await(() -> model.state().get() == State.LOCKED);
        assertThat(model.keys()).isEmpty();
        assertThat(isGone("#passwd-present")).isTrue();
    }

    private void put(String field, Path path) {
        Snapshots.await(() -> !isGone(field));
        TextInputControl text = robot.lookup(field).queryAs(TextInputControl.class);
        Snapshots.onFx(() -> text.setText(path.toString()));
    }

    private void rename(String name) {
        robot.clickOn("#offer-name-collection-f70e8fbf");
        robot.push(KeyCode.SHORTCUT, KeyCode.A).write(name, 0);
    }

    private void done(String begin) {
        Snapshots.await(() -> !isGone("#act-done"));
        Snapshots.settle();
        assertThat(((Labeled) robot.lookup("#act-done").query()).getText()).contains(begin);
        robot.clickOn("#act-cancel");
        Snapshots.await(() -> isGone("#act-done"));
    }

    private void open() {
        fill();
        session.opened(unlocked());
        show();
        Snapshots.await(() -> model.state().get() == State.OPEN);
    }

    private void look(String name, Theme look) {
        eyes.show(1280, 800, look, this::page);
        Snapshots.await(() -> eyes.stage().getScene().lookup("#keys-unlock") != null);
        eyes.picture(name + "-" + look.name().toLowerCase(Locale.ROOT));
        assertThat(eyes.cutOff()).isEmpty();
    }

    /** Types at once what the robot would type key by key. */
    private void secret(String field, String text) {
        Snapshots.await(() -> !isGone(field));
        Node node = robot.lookup(field).query();
        Snapshots.onFx(
                () ->
                        text.chars()
                                .mapToObj(Character::toString)
                                .forEach(
                                        one ->
                                                node.fireEvent(
                                                        new KeyEvent(
                                                                KeyEvent.KEY_TYPED,
                                                                one,
                                                                one,
                                                                KeyCode.UNDEFINED,
                                                                false,
                                                                false,
                                                                false,
                                                                false))));
    }

    private void show() {
        eyes.show(1280, 800, Theme.LIGHT, this::page);
    }

    private void picture(String name) {
        Snapshots.settle();
        eyes.pictureOf(name, () -> dialog().getScene());
    }

    private Parent dialog() {
        return (Parent) robot.lookup(".dialog-pane").query();
    }

    private boolean isGone(String query) {
        return robot.lookup(query).tryQuery().isEmpty();
    }

    private static List<String> words(Parent root) {
        return Snapshots.on(
                () ->
                        root.lookupAll("*").stream()
                                .filter(Labeled.class::isInstance)
                                .map(node -> ((Labeled) node).getText())
                                .filter(text -> text != null && !text.isEmpty())
                                .toList());
    }

    private void select(String name) {
        Snapshots.onFx(() -> table().getSelectionModel().select(key(name)));
        Snapshots.settle();
    }

    private @Nullable VaultKey selected() {
        return table().getSelectionModel().getSelectedItem();
    }

    private String selectedName() {
        VaultKey key = selected();
        return key == null ? "" : key.name();
    }

    @SuppressWarnings("unchecked")
    private TableView<VaultKey> table() {
        return (TableView<VaultKey>) eyes.stage().getScene().lookup("#keys-table");
    }

    private VaultKey key(String name) {
        return model.keys().stream()
                .filter(key -> key.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Parent page() {
        model = fresh();
        StackPane frame =
                new StackPane(
                        new KeysPage(
                                        model,
                                        formats,
                                        new FxClock(clock, fx),
                                        new DialogDress(() -> theme))
                                .root());
        frame.getStyleClass().addAll("shell", "page-frame");
        Roomy.mark(frame);
        return frame;
    }

    private KeysViewModel fresh() {
        return new KeysViewModel(
                door,
                session,
                new FxTasks(Thread::startVirtualThread, fx),
                clock,
                "flow-emulator",
                practice);
    }

    private void fill() {
        try (Vault vault = door.create(new TrialVault(folder).password())) {
            for (String name :
                    new String[] {"collection-2fa1c0de", "consensus-57dd7925", "spare"}) {
                vault.make(
                        SignatureAlgorithm.ECDSA_P256,
                        new KeyDetails(name, "flow-emulator", HashAlgorithm.SHA3_256, "", 0, now));
            }
            vault.make(
                    SignatureAlgorithm.ECDSA_SECP256K1,
                    new KeyDetails("treasury", "flow-mainnet", HashAlgorithm.SHA2_256, "", 0, now));
            vault.assign("treasury", "e467b9dd11fa00df", 2);
            vault.assign("collection-2fa1c0de", "f8d6e0586b0a20c7", 0);
        }
    }

    private Vault unlocked() {
        return door.unlock(new TrialVault(folder).password());
    }
}
