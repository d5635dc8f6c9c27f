package io.epochdesk.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.epochdesk.guide.Guide;
import io.epochdesk.guide.view.GlossaryHover;
import io.epochdesk.guide.view.GuidePane;
import io.epochdesk.guide.view.GuideViewModel;
import io.epochdesk.keys.HashAlgorithm;
import io.epochdesk.keys.vault.KdfParameters;
import io.epochdesk.keys.vault.Password;
import io.epochdesk.keys.vault.Vault;
import io.epochdesk.keys.vault.VaultDoor;
import io.epochdesk.keys.vault.VaultSession;
import io.epochdesk.keys.vault.VaultStore;
import io.epochdesk.keys.view.Practice;
import io.epochdesk.keys.view.PracticeNode;
import io.epochdesk.network.FlowNetwork;
import io.epochdesk.network.access.GrpcFlowNetwork;
import io.epochdesk.registration.FlowKind;
import io.epochdesk.registration.view.FlowStart;
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

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;

import org.testfx.api.FxRobot;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Guided flows in a shell on the rehearsal network, with a vault whose derivation costs nothing;
 * driven by a robot as an operator would.
 */
final class FlowStage implements AutoCloseable {

    static final String PASSWORD = "correct horse";

    private static final Duration PATIENCE = Duration.ofSeconds(40);

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
    private FlowHost host;
    private Theme look = Theme.LIGHT;

    FlowStage(Path folder, int speed) throws IOException {
        this.folder = folder;
        rehearsal = Rehearsal.start(RehearsalOptions.usual().playing("registration").at(speed));
        network = GrpcFlowNetwork.open(rehearsal.profile());
        await().atMost(PATIENCE).until(() -> network.connection().current().identity() != null);
        try (Vault vault = door().create(password())) {
            practice()
                    .take(vault, "flow-rehearsal", "staking-account", Clock.systemUTC().instant());
        }
        session.opened(door().unlock(password()));
        flows = new OpenFlows(network, folder);
        host = Snapshots.on(this::furnish);
    }

    private FlowHost furnish() {
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
        FlowHost made = new FlowHost(flows, tools, shell, clock, guide, dress);
        shell.furnish(new Label(), List.of(made.activityPage()), "activity");
        shell.beside(new GuidePane(guide, formats.words(), fx).root());
        GlossaryHover.on(shell.root(), guide, fx);
        Scene scene = new Scene(shell.root(), 1280, 800);
        look.on(scene);
        eyes.stage().setScene(scene);
        eyes.stage().setX(0);
        eyes.stage().setY(0);
        eyes.stage().show();
        return made;
    }

    /** Closes everything as a crash would, and opens it again on the same network and disk. */
    void crash() {
        flows.close();
        flows = new OpenFlows(network, folder);
        host = Snapshots.on(this::furnish);
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
                rehearsal.practiceFolders().stream()
                        .map(node -> new PracticeNode(node.nodeId(), node.roleName(), node::write))
                        .toList(),
                rehearsal.operator().hex(),
                rehearsal::operatorKey);
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

    /** Begins a flow and shows its first page. */
    void begin(FlowKind kind) {
        begin(FlowStart.of(kind));
    }

    void begin(FlowStart start) {
        Snapshots.onFx(() -> host.begin(start));
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

    /** Types a value into its field, in place of what is there. */
    void type(String field, String value) {
        Snapshots.onFx(
                () -> {
                    TextInputControl input = (TextInputControl) node("#field-" + field);
                    input.requestFocus();
                    input.setText(value);
                });
    }

    /** The text of a field. */
    String text(String field) {
        return Snapshots.on(() -> ((TextInputControl) node("#field-" + field)).getText());
    }

    /** Presses the main button once it can be. */
    void forward() {
        ready();
        Snapshots.onFx(() -> ((Button) node("#wizard-forward")).fire());
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
        Snapshots.onFx(
                () ->
                        root().lookupAll(".check-box").stream()
                                .filter(node -> String.valueOf(node.getId()).startsWith("agree-"))
                                .forEach(
                                        node ->
                                                ((javafx.scene.control.CheckBox) node)
                                                        .setSelected(true)));
    }

    /** Gives the vault's password, and waits for the proof. */
    void signAndSend() {
        sign();
        until("#proof-headline", Node::isVisible);
        picture("proof");
    }

    /** Gives the vault's password. */
    void sign() {
        until("#confirm-password", Node::isVisible);
        picture("sign");
        Snapshots.onFx(() -> node("#confirm-password").requestFocus());
        robot.write(PASSWORD).type(KeyCode.ENTER);
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

    void click(String selector) {
        until(selector, node -> node.isVisible() && !node.isDisabled());
        Snapshots.onFx(() -> ((javafx.scene.control.ButtonBase) node(selector)).fire());
    }

    void until(String selector, java.util.function.Predicate<Node> holds) {
        await().atMost(PATIENCE)
                .alias(selector + " " + said())
                .until(
                        () ->
                                Snapshots.on(
                                        () -> {
                                            Node node = root().lookup(selector);
                                            return node != null && holds.test(node);
                                        }));
    }

    /** What is on the screen, for a failure's message. */
    String said() {
        return Snapshots.on(
                () ->
                        root().lookupAll(".label").stream()
                                .filter(node -> node instanceof Labeled && node.isVisible())
                                .map(node -> ((Labeled) node).getText())
                                .filter(text -> text != null && !text.isBlank())
                                .toList()
                                .toString());
    }

    /** A picture of the page, once a name; nothing on it may be cut off. */
    void picture(String page) {
        Label title = (Label) node("#wizard-title");
        String name =
                "flow-"
                        + title.getText().toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-")
                        + "-"
                        + page;
        if (pictured.add(name)) {
            eyes.picture(name);
            assertThat(eyes.cutOff()).as(name).isEmpty();
        }
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
