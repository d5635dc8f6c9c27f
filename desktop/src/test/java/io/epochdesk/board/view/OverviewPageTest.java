package io.epochdesk.board.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.epochdesk.board.Board.Interest;
import io.epochdesk.board.BoardSnapshot;
import io.epochdesk.board.SampleBoards;
import io.epochdesk.board.SampleBoards.Size;
import io.epochdesk.board.StillBoard;
import io.epochdesk.text.Formats;
import io.epochdesk.text.Words;
import io.epochdesk.ui.FxClock;
import io.epochdesk.ui.FxFeed;
import io.epochdesk.ui.Mine;
import io.epochdesk.ui.Shell;
import io.epochdesk.ui.Snapshots;
import io.epochdesk.ui.Theme;
import io.epochdesk.ui.ToolkitThread;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Looks at the Overview in all its states, and drives it with the keyboard. */
@Tag("robot")
final class OverviewPageTest {

    private final Snapshots eyes = Snapshots.open();
    private final FxRobot robot = new FxRobot();
    private final Formats formats =
            new Formats(new Words(Locale.ENGLISH), ZoneId.of("Europe/Berlin"));
    private final SampleBoards large = SampleBoards.of(Size.MAINNET);
    private final SampleBoards small = SampleBoards.of(Size.SMALL);
    private final StillBoard board = new StillBoard(large.empty());
    private Mine mine = Mine.NONE;
    private final List<String> opened = new ArrayList<>();

    @AfterEach
    void close() {
        eyes.close();
    }

    @Test
    void looksGoodInSetup() {
        gallery("overview-setup", large.setup());
    }

    @Test
    void looksGoodInTheAuction() {
        glance("overview-auction", large.auction());
    }

    @Test
    void looksGoodWhenCommitted() {
        glance("overview-committed", large.committed());
    }

    @Test
    void looksGoodWhenStale() {
        glance("overview-stale", large.stale());
    }

    @Test
    void looksGoodOnASmallNetworkAlmostDone() {
        glance("overview-almost", small.almostDone());
    }

    @Test
    void looksGoodWithAPartThatFails() {
        glance("overview-partly", small.partlyFailing());
    }

    @Test
    void looksGoodWhileLoading() {
        eyes.show(1280, 800, Theme.LIGHT, () -> window(large.empty()));
        Snapshots.await(
                () ->
                        robot.lookup(".skeleton").queryAll().stream()
                                .anyMatch(node -> node.getOpacity() == 1));
        eyes.picture("overview-empty-light-1280x800");
    }

    @Test
    void asksTheBoardForWhatItShowsOnlyWhileItIsShown() {
        eyes.show(1280, 800, Theme.LIGHT, () -> window(large.setup()));
        assertThat(board.held())
                .containsExactlyInAnyOrder(Interest.VOTING, Interest.DKG, Interest.WHITEBOARD);
        Snapshots.onFx(() -> eyes.stage().hide());
        Snapshots.settle();
        assertThat(board.held()).isEmpty();
    }

    @Test
    void followsTheBoardWhileItIsShown() {
        eyes.show(1280, 800, Theme.LIGHT, () -> window(large.setup()));
        board.snapshot().publish(large.committed());
        Snapshots.await(
                () -> label("#overview-headline").getText().equals("Epoch 214 is committed."));
    }

    @Test
    void everyDrawnThingIsReachedWithTheKeyboardAndSaysWhatItIs() {
        eyes.show(1280, 800, Theme.LIGHT, () -> window(large.setup()));
        List<String> said = new ArrayList<>();
        for (int i = 0; i < 45; i++) {
            robot.type(KeyCode.TAB);
            Node focused = Snapshots.on(() -> eyes.stage().getScene().getFocusOwner());
            if (focused != null && focused.getAccessibleText() != null) {
                said.add(focused.getAccessibleText());
            }
        }
        assertThat(said)
                .anyMatch(text -> text.startsWith("DKG phase 2: views"))
                .anyMatch(text -> text.startsWith("Commit deadline in"))
                .anyMatch(text -> text.startsWith("Cluster 0: "));
    }

    @Test
    void whatNeedsAttentionLeadsToWhereOneSeesMore() {
        eyes.show(1280, 1100, Theme.LIGHT, () -> window(large.setup()));
        Node show = robot.lookup(".attention-open").queryAll().iterator().next();
        robot.clickOn(show);
        assertThat(opened).containsExactly("clusters");
    }

    @Test
    void marksTheOperatorsNodes() {
        BoardSnapshot setup = large.setup();
        mine =
                new Mine(
                        Map.of(
                                setup.voting()
                                        .value()
                                        .orElseThrow()
                                        .clusters()
                                        .get(1)
                                        .members()
                                        .get(2)
                                        .nodeId(),
                                "berlin-2",
                                setup.dkg().value().orElseThrow().committee().get(17),
                                "zurich-1"));
        glance("overview-mine", setup);
        eyes.show(1280, 800, Theme.LIGHT, () -> window(setup));
        List<String> said = new ArrayList<>();
        robot.lookup(".share-column-pane")
                .queryAll()
                .forEach(column -> said.add(column.getAccessibleText()));
        assertThat(said).filteredOn(text -> text.endsWith("with your berlin-2")).hasSize(1);
    }

    private Label label(String query) {
        return (Label) eyes.stage().getScene().getRoot().lookup(query);
    }

    private void gallery(String name, BoardSnapshot snapshot) {
        eyes.gallery(name, () -> window(snapshot));
    }

    private void glance(String name, BoardSnapshot snapshot) {
        eyes.glance(name, () -> window(snapshot));
    }

    private Parent window(BoardSnapshot snapshot) {
        ToolkitThread fx = new ToolkitThread();
        board.snapshot().publish(snapshot);
        FxFeed<BoardSnapshot> feed = new FxFeed<>(board.snapshot(), fx);
        FxClock clock = new FxClock(() -> SampleBoards.NOW, fx);
        Shell shell = new Shell(formats.words(), fx);
        HeaderView header =
                new HeaderView(
                        new HeaderViewModel(formats), feed, clock, new Label("Mainnet"), formats);
        OverviewPage page = new OverviewPage(board, feed, clock, formats, fx, opened::add);
        page.mineProperty().set(mine);
        shell.furnish(header.root(), List.of(page), "overview");
        return shell.root();
    }
}
