package io.epochdesk.settings.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.epochdesk.fault.NetworkFault;
import io.epochdesk.network.AccessNode;
import io.epochdesk.network.BlockHeader;
import io.epochdesk.network.ChainId;
import io.epochdesk.network.NetworkProfile;
import io.epochdesk.network.NodeCheck;
import io.epochdesk.network.NodeProbe;
import io.epochdesk.network.Transport;
import io.epochdesk.settings.NodeDraft;
import io.epochdesk.settings.Theme;
import io.epochdesk.text.Formats;
import io.epochdesk.text.Words;
import io.epochdesk.ui.DialogDress;
import io.epochdesk.ui.FxTasks;
import io.epochdesk.ui.Shell;
import io.epochdesk.ui.Snapshots;
import io.epochdesk.ui.ToolkitThread;

import javafx.event.ActionEvent;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Drives the Settings page as an operator does. */
@Tag("robot")
final class SettingsPageTest {

    private static final Instant NOW = Instant.parse("2026-09-09T12:00:00Z");

    private final Formats formats = new Formats(new Words(Locale.ENGLISH), ZoneOffset.UTC);
    private final HeldSettings held = new HeldSettings();
    private final FxRobot robot = new FxRobot();
    private final Snapshots eyes = Snapshots.open();
    private final ToolkitThread fx = new ToolkitThread();
    private NodeProbe probe = (node, cap) -> answer(node);
    private SettingsViewModel model = freshModel();

    @AfterEach
    void close() {
        eyes.close();
    }

    @Test
    void looksGoodWithATestedPinnedAndAWrongNode() {
        eyes.gallery(
                "settings",
                () -> {
                    model = freshModel();
                    Parent root = page();
                    NetworkForm form = Objects.requireNonNull(model.form().get());
                    NodeForm pinned = form.addNode();
                    pinned.host().set("collection-7.operator.example");
                    pinned.port().set("9001");
                    pinned.name().set("our own");
                    pinned.mode().set(NodeDraft.Mode.PINNED_TLS);
                    pinned.networkingKey().set("ab".repeat(64));
                    NodeForm wrong = form.addNode();
                    wrong.host().set("access.example");
                    wrong.port().set("90001");
                    wrong.mode().set(NodeDraft.Mode.PINNED_TLS);
                    wrong.networkingKey().set("too short");
                    pinned.test(new NodeTest.Passed(answer(pinned.node()), true));
                    form.nodes()
                            .getFirst()
                            .test(
                                    new NodeTest.Failed(
                                            new NetworkFault(
                                                    NetworkFault.Kind.UNREACHABLE,
                                                    java.util.Map.of(
                                                            "node", "a", "address", "a:9000"),
                                                    "")));
                    return root;
                });
    }

    @Test
    void aNodeIsTestedAndTheAnswerStandsBelowIt() {
        eyes.show(1280, 800, io.epochdesk.ui.Theme.LIGHT, this::page);
        robot.clickOn("#node-test-0");
        Snapshots.await(() -> firstNode().test().get() instanceof NodeTest.Passed);
        Snapshots.settle();
        assertThat(robot.lookup(".node-pane").query().lookupAll(".label"))
                .extracting(label -> ((Labeled) label).getText())
                .contains("Answers");
    }

    @Test
    void aTestThatHangsIsCancelled() throws InterruptedException {
        CountDownLatch interrupted = new CountDownLatch(1);
        probe =
                (node, cap) -> {
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException e) {
                        interrupted.countDown();
                    }
                    return answer(node);
                };
        eyes.show(1280, 800, io.epochdesk.ui.Theme.LIGHT, this::page);
        robot.clickOn("#node-test-0");
        Snapshots.await(() -> firstNode().test().get() instanceof NodeTest.Running);
        robot.clickOn("#node-test-0-cancel");
        assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(firstNode().test().get()).isEqualTo(new NodeTest.Untested());
    }

    @Test
    void aWrongPortIsSaidBesideItsFieldAndCannotBeSaved() {
        eyes.show(1280, 800, io.epochdesk.ui.Theme.LIGHT, this::page);
        robot.doubleClickOn("#node-port-0").write("90001");
        Snapshots.settle();
        assertThat(robot.lookup("#network-save").queryButton().isDisabled()).isTrue();
        assertThat(robot.lookup(".form-problem").queryAll())
                .extracting(label -> ((Labeled) label).getText())
                .anyMatch(text -> text.contains("65535"));
    }

    @Test
    void aNodeAddedAndMovedUpIsSavedFirst() {
        eyes.show(1280, 800, io.epochdesk.ui.Theme.LIGHT, this::page);
        robot.clickOn("#node-add");
        robot.clickOn("#node-host-1").write("127.0.0.1");
        robot.clickOn("#node-port-1").write("3569");
        NetworkForm form = Objects.requireNonNull(model.form().get());
        Snapshots.onFx(() -> form.move(form.nodes().get(1), -1));
        Snapshots.settle();
        robot.clickOn("#network-save");
        Snapshots.await(() -> held.current().network("mainnet").nodes().size() == 2);
        assertThat(held.current().network("mainnet").nodes().getFirst().address())
                .isEqualTo("127.0.0.1:3569");
    }

    @Test
    void theThemeIsSavedAtOnce() {
        eyes.show(1280, 800, io.epochdesk.ui.Theme.LIGHT, this::page);
        robot.clickOn("#theme").clickOn("Dark");
        Snapshots.await(() -> held.current().theme() == Theme.DARK);
    }

    @Test
    void whereManifestsAreIsSavedOnEnter() {
        eyes.show(1280, 800, io.epochdesk.ui.Theme.LIGHT, this::page);
        TextField field = robot.lookup("#manifests").queryAs(TextField.class);
        robot.interact(
                () -> {
                    field.setText(" /downloads ");
                    field.fireEvent(new ActionEvent());
                });
        Snapshots.await(() -> held.current().manifests().equals("/downloads"));
    }

    @Test
    void aFailedSavingIsABanner() {
        held.breakDown();
        eyes.show(1280, 800, io.epochdesk.ui.Theme.LIGHT, this::page);
        robot.clickOn("#theme").clickOn("Dark");
        Snapshots.await(() -> model.fault().get() != null);
        Snapshots.settle();
        assertThat(robot.lookup(".fault-banner").query().isVisible()).isTrue();
    }

    @Test
    void resettingABuiltInNetworkIsAskedFirst() {
        held.change(now -> now.withNetwork(withName(now.network("mainnet"), "Ours")));
        eyes.show(
                1280,
                800,
                io.epochdesk.ui.Theme.LIGHT,
                () -> {
                    model = freshModel();
                    return page();
                });
        robot.clickOn("#network-remove");
        Snapshots.await(() -> robot.lookup("#cancel").tryQuery().isPresent());
        robot.type(KeyCode.ENTER);
        Snapshots.await(() -> robot.lookup("#cancel").tryQuery().isEmpty());
        assertThat(held.current().network("mainnet").name()).isEqualTo("Ours");
        robot.clickOn("#network-remove");
        Snapshots.await(() -> robot.lookup("#confirm").tryQuery().isPresent());
        robot.clickOn("#confirm");
        Snapshots.await(() -> held.current().network("mainnet").name().equals("Mainnet"));
    }

    private static NetworkProfile withName(NetworkProfile network, String name) {
        return new NetworkProfile(
                network.id(),
                name,
                network.chain(),
                network.contracts(),
                network.nodes(),
                network.budget(),
                network.receiveCap(),
                network.finalizationSafetyThreshold());
    }

    private SettingsViewModel freshModel() {
        return new SettingsViewModel(
                held,
                (node, cap) -> probe.check(node, cap),
                new FxTasks(work -> Thread.startVirtualThread(work), fx));
    }

    private NodeForm firstNode() {
        return Objects.requireNonNull(model.form().get()).nodes().getFirst();
    }

    private Parent page() {
        Shell shell = new Shell(formats.words(), fx);
        shell.furnish(
                new Region(),
                List.of(
                        new SettingsPage(
                                model,
                                formats,
                                () -> NOW,
                                new DialogDress(() -> io.epochdesk.ui.Theme.LIGHT),
                                "/home/operator/.local/share/epochdesk")),
                "settings");
        return shell.root();
    }

    private static NodeCheck answer(AccessNode node) {
        return new NodeCheck(
                node,
                ChainId.MAINNET,
                new BlockHeader("ab".repeat(32), "cd".repeat(32), 131_402_118, 1, NOW),
                Duration.ofMillis(38),
                "v0.43.1",
                node.transport() instanceof Transport.PinnedTls ? "networking key abab…abab" : "");
    }
}
