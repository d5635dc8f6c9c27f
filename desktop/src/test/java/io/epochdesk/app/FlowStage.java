package io.epochdesk.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.epochdesk.guide.Guide;
import io.epochdesk.guide.view.GlossaryHover;
import io.epochdesk.guide.view.GuidePane;
import io.epochdesk.guide.view.GuideViewModel;
import io.epochdesk.keys.HashAlgorithm;
import io.epochdesk.keys.bootstrap.BootstrapFindings;
import io.epochdesk.keys.bootstrap.BootstrapFolder;
import io.epochdesk.keys.vault.KdfParameters;
import io.epochdesk.keys.vault.KeyDetails;
import io.epochdesk.keys.vault.Password;
import io.epochdesk.keys.vault.Vault;
import io.epochdesk.keys.vault.VaultDoor;
import io.epochdesk.keys.vault.VaultSession;
import io.epochdesk.keys.vault.VaultStore;
import io.epochdesk.keys.view.Practice;
import io.epochdesk.keys.view.PracticeKey;
import io.epochdesk.network.FlowNetwork;
import io.epochdesk.network.access.GrpcFlowNetwork;
import io.epochdesk.registration.FlowKind;
import io.epochdesk.registration.view.FlowTools;
import io.epochdesk.registration.view.Signers;
import io.epochdesk.rehearsal.Rehearsal;
import io.epochdesk.rehearsal.RehearsalOptions;
import io.epochdesk.rehearsal.view.RehearsalMark;
import io.epochdesk.text.Formats;
import io.epochdesk.text.Words;
import io.epochdesk.ui.DialogDress;
import io.epochdesk.ui.FxClock;
import io.epochdesk.ui.FxTasks;
import io.epochdesk.ui.Shell;
import io.epochdesk.ui.Snapshots;
import io.epochdesk.ui.Theme;
import io.epochdesk.ui.ToolkitThread;

import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.text.Text;

import org.awaitility.core.ConditionTimeoutException;
import org.testfx.api.FxRobot;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Guided flows in a shell on the rehearsal network, with a vault whose derivation costs nothing;
 * driven by a robot as an operator would.
 */
final class FlowStage implements AutoCloseable {

    static final String PASSWORD = "correct horse";

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** What is longer is pasted, as an operator does with keys and addresses. */
    private static final int TYPED = 10;

    private final FxRobot robot = new FxRobot();
    private final Snapshots eyes = Snapshots.open();
    private final ToolkitThread fx = new ToolkitThread();
    private final FxTasks tasks = new FxTasks(Thread::startVirtualThread, fx);
    private final Formats formats = new Formats(new Words(Locale.ENGLISH), ZoneOffset.UTC);
    private final Path folder;
    private final Rehearsal rehearsal;
    private final FlowNetwork network;
    private final VaultSession session =
            new VaultSession(Clock.systemUTC(), System::nanoTime, Duration.ofHours(1));
    private final Set<String> pictured = new TreeSet<>();
    private OpenFlows flows;
    private Theme look = Theme.LIGHT;

    FlowStage(Path folder, int speed) throws IOException {
        this.folder = folder;
        rehearsal = Rehearsal.start(RehearsalOptions.usual().playing("registration").at(speed));
        network = GrpcFlowNetwork.open(rehearsal.profile());
        await().atMost(PATIENCE).until(() -> network.connection().current().identity() != null);
        try (Vault vault = door().create(password())) {
            practice()
                    .keys()
                    .forEach(
                            key ->
                                    Practice.take(
                                            key,
                                            vault,
                                            "flow-rehearsal",
                                            Clock.systemUTC().instant()));
        }
        session.opened(door().unlock(password()));
        flows = new OpenFlows(network, folder, () -> "");
        Snapshots.onFx(this::furnish);
    }

    private void furnish() {
        DialogDress dress = new DialogDress(() -> look);
        dress.sash(() -> new RehearsalMark(formats.words()));
        Shell shell = new Shell(formats.words(), fx);
        shell.rehearsal(true);
        FxClock clock = new FxClock(Clock.systemUTC(), fx);
        GuideViewModel guide = new GuideViewModel(tasks, Guide::read);
        FlowTools tools =
                new FlowTools(
                        tasks,
                        fx,
                        new Signers(door(), session, "flow-rehearsal"),
                        practice(),
                        "Rehearsal",
                        formats,
                        Clock.systemUTC());
        FlowHost host = new FlowHost(flows, tools, shell, clock, guide, dress);
        shell.furnish(new Label(), List.of(host.activityPage()), "activity");
        shell.beside(new GuidePane(guide, formats.words(), fx).root());
        GlossaryHover.on(shell.root(), guide, fx);
        Scene scene = new Scene(shell.root(), 1280, 800);
        look.on(scene);
        eyes.stage().setScene(scene);
        eyes.stage().setX(0);
        eyes.stage().setY(0);
        eyes.stage().show();
    }

    /** Closes everything as a crash would, and opens it again on the same network and disk. */
    void crash() {
        flows.close();
        flows = new OpenFlows(network, folder, () -> "");
        Snapshots.onFx(this::furnish);
    }

    VaultDoor door() {
        return new VaultDoor(
                new VaultStore(folder.resolve("keys")),
                (_, password, salt) -> HashAlgorithm.SHA2_256.of(salt, password),
                () -> KdfParameters.LEAST,
                new SecureRandom()::nextBytes);
    }

    static Password password() {
        return new Password(PASSWORD.toCharArray());
    }

    Vault vault() {
        return session.use();
    }

    Practice practice() {
        return new Practice(
                folder.resolve("bootstrap"),
                () ->
                        PracticeGround.offer(
                                rehearsal.ownNode(),
                                rehearsal.practiceFolders(),
                                rehearsal.practiceAccounts(),
                                new PracticeKey(
                                        PracticeGround.STAKING_ACCOUNT,
                                        rehearsal.operator().hex(),
                                        rehearsal::operatorKey)));
    }

    Rehearsal rehearsal() {
        return rehearsal;
    }

    FlowNetwork network() {
        return network;
    }

    FxRobot robot() {
        return robot;
    }

    Snapshots eyes() {
        return eyes;
    }

    /** Begins a flow from the Activity page and shows its first page. */
    void begin(FlowKind kind) {
        click("#activity-start");
        Snapshots.settle();
        robot.clickOn("#start-" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        heading("What this flow does, and what it takes");
    }

    /** From the first page to the values. */
    void values() {
        forward();
        heading("Whose account signs, and which values");
    }

    /** Chooses the account of the vault that signs. */
    void signer(String address) {
        click("#signer-" + address);
    }

    /** Locks the vault, and unlocks it in the page. */
    void unlock() {
        session.close();
        click("#flows-signer-unlock");
        picture("unlock");
        sign();
    }

    /**
     * Enters a value in place of what is in its field: a short one is typed, a long one pasted from
     * the clipboard, as one does.
     */
    void type(String field, String value) {
        String selector = field.startsWith("#") ? field : "#field-" + field;
        click(selector);
        robot.press(KeyCode.CONTROL, KeyCode.A).release(KeyCode.A, KeyCode.CONTROL);
        if (value.length() <= TYPED) {
            robot.write(value, 0);
        } else {
            Snapshots.onFx(
                    () ->
                            Clipboard.getSystemClipboard()
                                    .setContent(Map.of(DataFormat.PLAIN_TEXT, value)));
            robot.press(KeyCode.CONTROL, KeyCode.V).release(KeyCode.V, KeyCode.CONTROL);
        }
        until(selector, node -> ((TextInputControl) node).getText().equals(value));
    }

    /** Chooses the first choice of a field with the keyboard. */
    void chooseFirst(String field) {
        Snapshots.onFx(() -> node("#field-" + field).requestFocus());
        robot.type(KeyCode.DOWN);
        until("#field-" + field, node -> ((ComboBox<?>) node).getValue() != null);
    }

    /** The whole of something that is known so far. */
    String known(String name) {
        return Snapshots.on(
                () ->
                        root().lookupAll(".wizard-value").stream()
                                .map(Node::getAccessibleText)
                                .filter(text -> text.startsWith(name + ": "))
                                .map(text -> text.substring(name.length() + 2))
                                .findFirst()
                                .orElseThrow());
    }

    /** Takes the machine account's key of a bootstrap folder into the vault. */
    void takeMachineKey(Path own, String name, String address) {
        try (BootstrapFindings findings = new BootstrapFolder().look(own)) {
            var _ =
                    vault().add(
                                    Objects.requireNonNull(findings.nodes().getFirst().key()),
                                    new KeyDetails(
                                            name,
                                            "flow-rehearsal",
                                            HashAlgorithm.SHA3_256,
                                            address,
                                            0,
                                            Clock.systemUTC().instant()));
        }
    }

    /** Takes up the flow that was cut off, from the Activity page. */
    void resume() {
        until(".resume", Node::isVisible);
        click(".resume");
    }

    /** The text of a field. */
    String text(String field) {
        return Snapshots.on(() -> ((TextInputControl) node("#field-" + field)).getText());
    }

    /** Does what the main button says, by the keyboard, once it can be pressed. */
    void forward() {
        ready();
        robot.press(KeyCode.CONTROL, KeyCode.ENTER).release(KeyCode.ENTER, KeyCode.CONTROL);
    }

    /** Goes a page back, by the keyboard. */
    void back() {
        robot.press(KeyCode.ALT, KeyCode.LEFT).release(KeyCode.LEFT, KeyCode.ALT);
    }

    /** Waits until nothing is under way. */
    void ready() {
        until("#wizard-forward", node -> node.isVisible() && !node.isDisabled());
    }

    /** From the values through checks and review to the page where one signs. */
    void toSigning() {
        check();
        forward();
        heading("What you are about to sign");
        until("#review-cadence", Node::isVisible);
        picture("review");
        forward();
        heading("Sign");
    }

    /** From the values to checks that were made; agrees to every risk. */
    void check() {
        forward();
        until("#checks-headline", Node::isVisible);
        agree();
        picture("checks");
    }

    /** Agrees to every risk that is asked about. */
    void agree() {
        Snapshots.on(
                        () ->
                                root().lookupAll(".check-box").stream()
                                        .map(node -> String.valueOf(node.getId()))
                                        .filter(id -> id.startsWith("agree-"))
                                        .toList())
                .forEach(id -> click("#" + id));
    }

    /** Gives the vault's password, and waits for the proof. */
    void signAndSend() {
        sign();
        until("#proof-headline", Node::isVisible);
        picture("proof");
    }

    /** Gives the vault's password. */
    void sign() {
        password(PASSWORD);
    }

    /** Gives a password; the cursor is where it is to be typed. */
    void password(String typed) {
        until("#confirm-password", node -> node.isVisible() && !node.isDisabled());
        picture("sign");
        until("#confirm-password", Node::isFocusWithin);
        robot.write(typed, 0).type(KeyCode.ENTER);
    }

    /** Ends the flow from its proof. */
    void finish() {
        forward();
        until("#activity-headline", Node::isVisible);
    }

    /** Waits until a page with this heading is shown, and takes its picture. */
    void heading(String heading) {
        until("#wizard-heading", node -> ((Labeled) node).getText().equals(heading));
    }

    /** Presses with the mouse, once it can be; what is out of sight is scrolled to before. */
    void click(String selector) {
        until(selector, node -> node.isVisible() && !node.isDisabled());
        Node node = node(selector);
        Snapshots.onFx(() -> reach(node));
        Snapshots.settle();
        Point2D at = robot.point(node).query();
        robot.robotContext().getMouseRobot().move(at);
        robot.clickOn(MouseButton.PRIMARY);
    }

    private static void reach(Node node) {
        for (Parent each = node.getParent(); each != null; each = each.getParent()) {
            if (each instanceof ScrollPane scroll) {
                Bounds in =
                        scroll.getContent().sceneToLocal(node.localToScene(node.getLayoutBounds()));
                double view = scroll.getViewportBounds().getHeight();
                double hidden = scroll.getContent().getLayoutBounds().getHeight() - view;
                if (hidden > 0) {
                    scroll.setVvalue((in.getCenterY() - view / 2) / hidden);
                }
            }
        }
    }

    void until(String selector, Predicate<Node> holds) {
        try {
            eyes.await(selector, PATIENCE, holds);
        } catch (ConditionTimeoutException e) {
            throw new AssertionError(
                    selector
                            + " in "
                            + eyes.picture("flow-failed")
                            + ", cursor in "
                            + Snapshots.on(this::cursor)
                            + ": "
                            + said(),
                    e);
        }
    }

    private String cursor() {
        Scene scene = root().getScene();
        return scene.getFocusOwner()
                + (scene.getWindow().isFocused() ? "" : " of a window that is not the one in use");
    }

    /** What is on the screen, for a failure's message. */
    String said() {
        return Snapshots.on(
                () ->
                        root().lookupAll(".text").stream()
                                .filter(node -> node instanceof Text)
                                .map(node -> ((Text) node).getText())
                                .filter(text -> text != null && !text.isBlank())
                                .toList()
                                .toString());
    }

    /**
     * Nothing on the page may be cut off; looked at once a name. When {@code epochdesk.gallery} is
     * set, pictures of it are taken: light and small, dark and large.
     */
    void picture(String page) {
        Label title = (Label) node("#wizard-title");
        String name =
                "flow-"
                        + title.getText().toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-")
                        + "-"
                        + page;
        if (!pictured.add(name)) {
            return;
        }
        assertThat(eyes.unnamed()).as(name).isEmpty();
        if (!Boolean.getBoolean("epochdesk.gallery")) {
            nothingCutOff(name);
            return;
        }
        for (Theme theme : Theme.values()) {
            int[] size =
                    theme == Theme.LIGHT ? Snapshots.SIZES.getFirst() : Snapshots.SIZES.getLast();
            wear(theme, size[0], size[1]);
            eyes.picture(
                    "%s-%s-%d".formatted(name, theme.name().toLowerCase(Locale.ROOT), size[0]));
            nothingCutOff(name);
        }
        wear(Theme.LIGHT, 1280, 800);
    }

    /** Nothing stays cut off; what was just said is laid out a frame later. */
    private void nothingCutOff(String page) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(eyes.cutOff()).as(page).isEmpty());
    }

    /** Wears this look at this size. */
    void wear(Theme theme, int width, int height) {
        look = theme;
        Snapshots.onFx(
                () -> {
                    theme.on(eyes.stage().getScene());
                    eyes.stage().setWidth(width);
                    eyes.stage().setHeight(height);
                });
        Snapshots.settle();
    }

    Node node(String selector) {
        Node found = root().lookup(selector);
        if (found == null) {
            throw new AssertionError(selector + " is not there: " + said());
        }
        return found;
    }

    private Parent root() {
        return eyes.stage().getScene().getRoot();
    }

    @Override
    public void close() {
        eyes.close();
        flows.close();
        network.close();
        session.close();
        rehearsal.close();
    }
}
