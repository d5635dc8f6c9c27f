package io.epochdesk.fleet.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.epochdesk.doctor.Remedy;
import io.epochdesk.fault.FleetFault;
import io.epochdesk.fleet.FleetNode;
import io.epochdesk.fleet.FleetSnapshot;
import io.epochdesk.fleet.Found;
import io.epochdesk.fleet.SampleFleets;
import io.epochdesk.fleet.StillFleet;
import io.epochdesk.history.OwnNode;
import io.epochdesk.text.Formats;
import io.epochdesk.text.Words;
import io.epochdesk.ui.DialogDress;
import io.epochdesk.ui.FxClock;
import io.epochdesk.ui.FxFeed;
import io.epochdesk.ui.FxTasks;
import io.epochdesk.ui.Shell;
import io.epochdesk.ui.Snapshots;
import io.epochdesk.ui.Theme;
import io.epochdesk.ui.ToolkitThread;
import io.epochdesk.ui.drawn.DrawnGrid;

import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

/** The page My nodes in all its states, driven as a person does. */
@Tag("robot")
final class NodesPageTest {

    private final FxRobot robot = new FxRobot();
    private final Formats formats =
            new Formats(new Words(Locale.ENGLISH), ZoneId.of("Europe/Berlin"));
    private final StillFleet fleet = new StillFleet();
    private final List<String> flowsOpened = new ArrayList<>();
    private Snapshots eyes;

    @BeforeEach
    void open() {
        eyes = Snapshots.open();
        fleet.balances =
                SampleFleets.balances(
                        io.epochdesk.cadence.FlowAddress.of("0a1b2c3d4e5f6071"),
                        new java.math.BigDecimal("0.19"),
                        40);
    }

    @AfterEach
    void close() {
        eyes.close();
    }

    @Test
    void looksGoodInAllItsStates() {
        Map<String, FleetSnapshot> states =
                Map.of(
                        "nodes-mixed", SampleFleets.mixed(),
                        "nodes-fit", SampleFleets.fit(),
                        "nodes-none", SampleFleets.none(),
                        "nodes-many", SampleFleets.many(50),
                        "nodes-troubled", SampleFleets.troubled());
        states.forEach(
                (name, snapshot) ->
                        eyes.gallery(
                                name,
                                () -> {
                                    fleet.snapshot().publish(snapshot);
                                    return window();
                                }));
    }

    @Test
    void noTextIsCutOff() {
        for (FleetSnapshot snapshot :
                List.of(SampleFleets.mixed(), SampleFleets.none(), SampleFleets.troubled())) {
            fleet.snapshot().publish(snapshot);
            for (int[] size : Snapshots.SIZES) {
                eyes.show(size[0], size[1], Theme.LIGHT, this::window);
                assertThat(eyes.cutOff()).isEmpty();
            }
        }
    }

    @Test
    void theWorstNodeIsShownFirstWithItsFindingsAndTheirRemedies() {
        show(SampleFleets.mixed());

        assertThat(text("#nodes-headline"))
                .isEqualTo("berlin-2 has not done its part in the setup under way.");
        assertThat(text("#node-name")).isEqualTo("berlin-2");
        assertThat(findings())
                .anyMatch(said -> said.startsWith("The machine account has 0.19 FLOW."))
                .anyMatch(said -> said.contains("cannot vote in the setup of epoch 214"))
                .anyMatch(said -> said.contains("DOC-810"))
                .anyMatch(said -> said.startsWith("Send 0.56 FLOW to 0x0a1b2c3d4e5f6071"));

        robot.clickOn(button("Top up"));
        assertThat(flowsOpened).containsExactly("TopUp berlin-2");
    }

    @Test
    void aClickOnANodeShowsItAndTheKeyboardWalksThroughTheTable() {
        show(SampleFleets.mixed());
        click(1);
        assertThat(text("#node-name")).isEqualTo("bern-3");
        robot.type(KeyCode.DOWN);
        assertThat(text("#node-name")).isNotEqualTo("bern-3");
        robot.press(KeyCode.SHORTCUT, KeyCode.C).release(KeyCode.C, KeyCode.SHORTCUT);
        assertThat(Snapshots.<String>on(() -> Clipboard.getSystemClipboard().getString()))
                .isNotEmpty();
        String said = Snapshots.on(() -> table().describe());
        assertThat(said).contains("Node: ");
    }

    @Test
    void theTableIsSearchedFilteredAndSorted() {
        show(SampleFleets.mixed());
        robot.clickOn("#nodes-find").write("zurich");
        assertThat(labels()).containsExactly("zurich-1");
        robot.eraseText(6);
        robot.clickOn("#nodes-not-fit");
        assertThat(labels())
                .containsExactlyInAnyOrder("berlin-2", "bern-3", "hamburg-7", "basel-1");
        robot.clickOn("#nodes-not-fit");
        Snapshots.onFx(
                () ->
                        table().orderProperty()
                                .set(new io.epochdesk.ui.drawn.GridOrder("node", true)));
        assertThat(labels())
                .containsExactly("basel-1", "berlin-2", "bern-3", "hamburg-7", "zurich-1");
        Snapshots.onFx(
                () ->
                        table().orderProperty()
                                .set(new io.epochdesk.ui.drawn.GridOrder("balance", false)));
        assertThat(labels())
                .containsExactly("zurich-1", "bern-3", "hamburg-7", "berlin-2", "basel-1");
    }

    @Test
    void aNodeIsRenamedAndRemovedAfterAsking() {
        show(SampleFleets.mixed());
        robot.clickOn("#node-rename").eraseText(8).write("bonn").type(KeyCode.ENTER);
        Snapshots.await(() -> fleet.told().stream().anyMatch(told -> told.endsWith(" bonn")));

        robot.clickOn("#node-remove");
        robot.clickOn("#confirm");
        Snapshots.await(() -> fleet.told().stream().anyMatch(told -> told.startsWith("remove ")));
    }

    @Test
    void nodesAreFoundNamedAndAdded() {
        fleet.found =
                new Found(
                        Found.By.MACHINE_ACCOUNT,
                        List.of(
                                new OwnNode(
                                        "ab".repeat(32),
                                        "collection-ababab",
                                        OptionalInt.of(1),
                                        "0a1b2c3d4e5f6071",
                                        null,
                                        null,
                                        SampleFleets.NOW)));
        show(SampleFleets.none());
        robot.clickOn("#nodes-add-first");
        robot.clickOn("#add-text").write("0x0a1b2c3d4e5f6071").type(KeyCode.ENTER);
        Snapshots.await(() -> robot.lookup("#add-name").tryQuery().isPresent());
        eyes.pictureOf("nodes-add-light", () -> robot.lookup("#add-name").query().getScene());
        robot.clickOn("#add-name").eraseText(17).write("berlin-9");
        robot.clickOn("#add-act");
        Snapshots.await(() -> fleet.told().contains("add [berlin-9]"));
        assertThat(fleet.told()).contains("find 0x0a1b2c3d4e5f6071");
        Snapshots.await(() -> robot.lookup("#add-text").tryQuery().isEmpty());
    }

    @Test
    void whatCannotBeFoundIsSaidWithItsCode() {
        fleet.failure =
                new FleetFault(
                        FleetFault.Kind.NEITHER_ID_NOR_ADDRESS, Map.of("text", "berlin"), "");
        show(SampleFleets.none());
        robot.clickOn("#nodes-add-first");
        robot.clickOn("#add-text").write("berlin").type(KeyCode.ENTER);
        Snapshots.await(
                () ->
                        robot.lookup(".fault-banner").queryAll().stream()
                                .anyMatch(
                                        node ->
                                                node.isVisible()
                                                        && String.valueOf(node.getAccessibleText())
                                                                .contains("neither a node ID")));
        robot.type(KeyCode.ESCAPE);
    }

    @Test
    void theBalanceOfAMomentIsReachedWithTheKeyboard() {
        show(SampleFleets.mixed());
        Snapshots.await(() -> said("#balance-plot").contains("FLOW"));
        Snapshots.onFx(() -> robot.lookup("#balance-plot").query().requestFocus());
        String last = said("#balance-plot");
        robot.type(KeyCode.LEFT, 3);
        assertThat(said("#balance-plot")).isNotEqualTo(last).contains("FLOW at");
        robot.clickOn("#span-DAY");
        Snapshots.await(() -> said("#balance-plot").contains("FLOW"));
    }

    @Test
    void whatNeedsTheOperatorStandsOnTheOverviewAndLeadsToTheNode() {
        List<String> opened = new ArrayList<>();
        fleet.snapshot().publish(SampleFleets.mixed());
        eyes.gallery("needs", () -> new javafx.scene.layout.VBox(needs(opened)));
        eyes.show(1280, 800, Theme.LIGHT, () -> new javafx.scene.layout.VBox(needs(opened)));
        assertThat(text("#needs-summary"))
                .isEqualTo(
                        "Your 5 nodes: 1 unfit, 1 at risk, 2 not known, 1 fit. 3 things need"
                                + " you:");
        assertThat(texts(".need-line"))
                .anyMatch(said -> said.equals("berlin-2 has not voted."))
                .anyMatch(
                        said ->
                                said.startsWith(
                                        "11 of 12 others have voted for epoch 214. Due in 5 h"))
                .anyMatch(said -> said.startsWith("The machine account has 0.19 FLOW."));
        robot.clickOn(robot.lookup(".need-line .attention-open").queryAll().iterator().next());
        assertThat(opened).containsExactly(SampleFleets.mixed().nodes().getFirst().nodeId());

        Snapshots.onFx(() -> fleet.snapshot().publish(SampleFleets.none()));
        Snapshots.await(() -> !robot.lookup("#needs").query().isVisible());
    }

    private NeedsPane needs(List<String> opened) {
        ToolkitThread fx = new ToolkitThread();
        return new NeedsPane(
                new FxFeed<>(fleet.snapshot(), fx),
                new FxClock(() -> SampleFleets.NOW, fx),
                formats,
                opened::add);
    }

    private void show(FleetSnapshot snapshot) {
        fleet.snapshot().publish(snapshot);
        eyes.show(1280, 800, Theme.LIGHT, this::window);
    }

    private Parent window() {
        ToolkitThread fx = new ToolkitThread();
        FxClock clock = new FxClock(() -> SampleFleets.NOW, fx);
        FlowPort flows =
                new FlowPort() {
                    @Override
                    public boolean can(Remedy remedy) {
                        return !(remedy instanceof Remedy.NarrowFile);
                    }

                    @Override
                    public void openFlow(Remedy remedy, FleetNode node) {
                        flowsOpened.add(remedy.getClass().getSimpleName() + " " + node.label());
                    }
                };
        Shell shell = new Shell(formats.words(), fx);
        NodesPage page =
                new NodesPage(
                        fleet,
                        new FxFeed<>(fleet.snapshot(), fx),
                        flows,
                        new NodesPage.Around(
                                new FxTasks(work -> Thread.startVirtualThread(work), fx),
                                clock,
                                formats,
                                fx,
                                new DialogDress(() -> Theme.LIGHT)));
        shell.furnish(new Label("Mainnet"), List.of(page), NodesPage.ID);
        return shell.root();
    }

    private void click(int row) {
        Point2D at = Snapshots.on(() -> table().localToScreen(table().pointOf(row, 0)));
        robot.clickOn(at);
    }

    @SuppressWarnings("unchecked")
    private DrawnGrid<NodeRow> table() {
        return (DrawnGrid<NodeRow>) robot.lookup("#nodes-table").query();
    }

    private List<String> labels() {
        return Snapshots.on(() -> table().rows().stream().map(NodeRow::label).toList());
    }

    private String text(String query) {
        return Snapshots.on(() -> ((Labeled) robot.lookup(query).query()).getText());
    }

    private String said(String query) {
        return Snapshots.on(() -> String.valueOf(robot.lookup(query).query().getAccessibleText()));
    }

    private List<String> findings() {
        return texts("#findings");
    }

    private List<String> texts(String query) {
        return Snapshots.on(
                () ->
                        robot.lookup(query).queryAll().stream()
                                .flatMap(node -> node.lookupAll(".label").stream())
                                .map(label -> ((Labeled) label).getText())
                                .toList());
    }

    private Node button(String word) {
        return robot.lookup(
                        node -> node instanceof Labeled labeled && word.equals(labeled.getText()))
                .query();
    }

    @Test
    void oldFindingsAreSaidToBeOld() {
        show(SampleFleets.troubled());
        assertThat(text("#nodes-age")).isEqualTo("examined " + formats.age(Duration.ofMinutes(34)));
        assertThat(
                        robot.lookup(".fault-banner").queryAll().stream()
                                .filter(Node::isVisible)
                                .map(Node::getAccessibleText))
                .anyMatch(said -> said.startsWith("There is no room on the disk"));
    }
}
