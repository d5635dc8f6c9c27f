package io.epochdesk.dkg.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.epochdesk.board.Board;
import io.epochdesk.board.BoardSnapshot;
import io.epochdesk.board.PageStage;
import io.epochdesk.board.PlayedBoards;
import io.epochdesk.board.SampleBoards;
import io.epochdesk.board.SampleBoards.Size;
import io.epochdesk.dkg.WhiteboardEntry;
import io.epochdesk.ui.Mine;
import io.epochdesk.ui.Snapshots;
import io.epochdesk.ui.Theme;
import io.epochdesk.ui.drawn.DrawnGrid;

import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

@Tag("robot")
final class DkgViewFxTest {

    private final FxRobot robot = new FxRobot();
    private final PageStage stage = new PageStage(SampleBoards.of(Size.MAINNET).setup());
    private final DkgViewModel model =
            new DkgViewModel(stage.words(), Runnable::run, Platform::runLater);
    private Snapshots eyes;

    @BeforeEach
    void open() {
        eyes = Snapshots.open();
        eyes.show(
                1280,
                800,
                Theme.LIGHT,
                () ->
                        stage.make(
                                        (board, feed, clock, formats, fx) ->
                                                new DkgView(model, board, feed, clock, formats, fx))
                                .root());
        Snapshots.settle();
    }

    @AfterEach
    void close() {
        eyes.close();
    }

    @Test
    void theFeedFollowsItsNewestMessage() {
        int last = Snapshots.on(() -> feed().firstVisible() + feed().page());

        assertThat(last).isGreaterThanOrEqualTo(feed().rows().size() - 1);
    }

    @Test
    void doubleClickingAMessageShowsItsContent() {
        Point2D at = visible(feed(), 0);

        robot.doubleClickOn(at);

        Snapshots.await(
                () ->
                        robot.lookup("#raw-content")
                                .queryAs(TextArea.class)
                                .getText()
                                .startsWith("{\"Data\""));
    }

    @Test
    void enterOnANodeShowsOnlyItsMessages() {
        robot.clickOn(visible(matrix(), 3 - 1));

        robot.type(KeyCode.ENTER);

        Snapshots.await(() -> feed().rows().size() == 3);
        assertThat(feed().rows()).extracting(WhiteboardEntry::nodeId).containsOnly(committee(3));
    }

    @Test
    void onlyFlaggedMessagesRemainWhenAskedFor() {
        robot.clickOn("#feed-flagged");

        Snapshots.await(() -> feed().rows().size() < 20);
        assertThat(feed().rows()).allSatisfy(entry -> assertThat(entry.flags()).isNotEmpty());
    }

    @Test
    void theKeyboardReachesEveryCellOfTheMatrix() {
        robot.clickOn(visible(matrix(), 0 - 1));

        robot.type(KeyCode.RIGHT, 4);

        String said = Snapshots.on(() -> matrix().describe());
        assertThat(said).startsWith("Accused: Nodes 1, 2 complained about it");
    }

    @Test
    void aNodesIdIsCopiedFromTheMatrix() {
        robot.clickOn(visible(matrix(), 2 - 1));

        robot.press(KeyCode.SHORTCUT, KeyCode.C).release(KeyCode.C, KeyCode.SHORTCUT);

        String copied = Snapshots.on(() -> Clipboard.getSystemClipboard().getString());
        assertThat(copied).isEqualTo(committee(2));
    }

    @Test
    void selectionAndScrollPositionStayWhenMessagesArrive() {
        Snapshots.onFx(
                () -> {
                    feed().followingProperty().set(false);
                    feed().scrollTo(240);
                    feed().select(feed().rows().get(15));
                });
        int top = Snapshots.on(() -> feed().firstVisible());

        stage.board().snapshot().publish(SampleBoards.of(Size.MAINNET).setupWithMessages(400));

        Snapshots.await(() -> feed().rows().size() == 400);
        int after = Snapshots.on(() -> feed().firstVisible());
        int chosen = Snapshots.on(() -> feed().cursorRow());
        assertThat(List.of(after, chosen)).containsExactly(top, 15);
    }

    @Test
    void boardAndDkgAreHeldOnlyWhileThePageIsShown() {
        assertThat(stage.board().held())
                .containsExactlyInAnyOrder(Board.Interest.DKG, Board.Interest.WHITEBOARD);

        Snapshots.onFx(() -> eyes.stage().hide());

        assertThat(stage.board().held()).isEmpty();
    }

    @Test
    void itLooksRightInBothLooksAndSizes() {
        SampleBoards mainnet = SampleBoards.of(Size.MAINNET);
        Map<String, BoardSnapshot> boards = new LinkedHashMap<>();
        boards.put("dkg-setup", mainnet.setup());
        boards.put("dkg-almost", mainnet.almostDone());
        boards.put("dkg-auction", mainnet.auction());
        boards.put("dkg-stale", mainnet.stale());
        boards.put("dkg-lying", PlayedBoards.LYING.snapshot());
        boards.forEach(
                (name, snapshot) -> {
                    picture(name, snapshot, Theme.LIGHT, 1280, 800);
                    picture(name, snapshot, Theme.DARK, 1280, 800);
                    boolean light = name.endsWith("setup") || name.endsWith("lying");
                    picture(name, snapshot, light ? Theme.LIGHT : Theme.DARK, 2560, 1440);
                });
    }

    private void picture(String name, BoardSnapshot snapshot, Theme look, int width, int height) {
        eyes.show(width, height, look, () -> page(snapshot).root());
        eyes.picture(
                "%s-%s-%dx%d".formatted(name, look.name().toLowerCase(Locale.ROOT), width, height));
        assertThat(eyes.cutOff()).as(name + " " + look + " " + width).isEmpty();
    }

    @Test
    void theForecastSaysWhoIsOutAndShowsTheMessageThatProvesIt() {
        stage.board().snapshot().publish(PlayedBoards.DISQUALIFIED.snapshot());
        Snapshots.await(() -> robot.lookup("#forecast").query().isVisible());
        assertThat(text("#forecast-dealers")).contains("9 of 10 good").contains("Out: 9");
        assertThat(text("#forecast-outcome")).contains("Has succeeded");
        assertThat(text("#forecast-results")).contains("Node 9 has other keys altogether");

        Snapshots.onFx(() -> robot.lookup("#feed-flagged").queryAs(CheckBox.class).fire());
        Snapshots.await(() -> feed().rows().size() == 1);
        assertThat(feed().rows().getFirst().position()).isEqualTo(11);
        selectNode(9);
        assertThat(text("#node-details"))
                .contains("Out: its answer to node 0 does not fit its vector (message 11)");
        robot.clickOn("#node-evidence");

        Snapshots.await(() -> feed().rows().size() == 12 && feed().cursorRow() == 11);
        assertThat(robot.lookup("#feed-flagged").queryAs(CheckBox.class).isSelected()).isFalse();
    }

    @Test
    void theGroupKeyIsCopiedFromItsTile() {
        stage.board().snapshot().publish(PlayedBoards.HAPPY.snapshot());
        Snapshots.await(() -> robot.lookup("#forecast").query().isVisible());

        robot.clickOn("#forecast-key");
        robot.press(KeyCode.SHORTCUT, KeyCode.C).release(KeyCode.C, KeyCode.SHORTCUT);

        String copied = Snapshots.on(() -> Clipboard.getSystemClipboard().getString());
        assertThat(copied).hasSize(192).matches("[0-9a-f]+");
    }

    @Test
    void everyAnswerOfTheForecastIsReadAloudInFull() {
        stage.board().snapshot().publish(PlayedBoards.LYING.snapshot());
        Snapshots.await(() -> robot.lookup("#forecast").query().isVisible());

        String said =
                Snapshots.on(() -> robot.lookup("#forecast-results").query().getAccessibleText());
        assertThat(said)
                .startsWith("Results: 5 of 7 agree.")
                .contains("Node 4 has another key for 4, 7")
                .contains("Node 6 says that its DKG failed")
                .contains("Node 9 posted for another DKG");
    }

    /** The smallest window leaves this room beside navigation, header and the rehearsal's bar. */
    @Test
    void nothingIsCutOffInTheSmallestWindow() {
        for (PlayedBoards board : List.of(PlayedBoards.LYING, PlayedBoards.FAILED)) {
            eyes.show(1000, 640, Theme.LIGHT, () -> page(board.snapshot()).root());
            selectNode(9);
            eyes.picture("dkg-small-" + board.name().toLowerCase(Locale.ROOT));
            assertThat(eyes.cutOff()).as(board.name()).isEmpty();
            assertThat(robot.lookup(".epoch-card").queryAllAs(Node.class))
                    .allSatisfy(
                            card -> {
                                Bounds at = card.localToScene(card.getBoundsInLocal());
                                assertThat(at.getMaxX()).isLessThanOrEqualTo(1000);
                                assertThat(at.getMaxY()).isLessThanOrEqualTo(640);
                            });
        }
    }

    /** Pictures of every case; the nodes that the case is about are selected. */
    @Test
    void everyForecastLooksRightInBothLooks() {
        for (PlayedBoards board : PlayedBoards.values()) {
            for (Theme look : Theme.values()) {
                eyes.show(1280, 800, look, () -> page(board.snapshot()).root());
                selectNode(9);
                eyes.picture(
                        "dkg-%s-%s-1280x800"
                                .formatted(
                                        board.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                                        look.name().toLowerCase(Locale.ROOT)));
                assertThat(eyes.cutOff()).as(board + " " + look).isEmpty();
            }
        }
    }

    @SuppressWarnings("unchecked")
    private void selectNode(int index) {
        DrawnGrid<NodeRow> nodes = (DrawnGrid<NodeRow>) matrix();
        Snapshots.onFx(() -> nodes.select(nodes.rows().get(index)));
    }

    private DkgView page(BoardSnapshot snapshot) {
        return new PageStage(snapshot)
                .make(
                        (board, feed, clock, formats, fx) ->
                                new DkgView(
                                        new DkgViewModel(
                                                stage.words(), Runnable::run, Platform::runLater),
                                        board,
                                        feed,
                                        clock,
                                        formats,
                                        fx));
    }

    private String text(String id) {
        return Snapshots.on(
                () ->
                        robot.lookup(id + " .label").queryAllAs(Label.class).stream()
                                .map(Label::getText)
                                .collect(Collectors.joining(" ")));
    }

    @Test
    void theOperatorsNodesComeFirstAndAreMarked() {
        BoardSnapshot almost = SampleBoards.of(Size.MAINNET).almostDone();
        List<String> committee = almost.dkg().value().orElseThrow().committee();
        DkgViewModel marked = new DkgViewModel(stage.words(), Runnable::run, Platform::runLater);
        marked.mineProperty()
                .set(new Mine(Map.of(committee.get(40), "zurich-1", committee.get(77), "bern-3")));
        eyes.glance(
                "dkg-mine",
                () ->
                        new PageStage(almost)
                                .make(
                                        (board, feed, clock, formats, fx) ->
                                                new DkgView(
                                                        marked, board, feed, clock, formats, fx))
                                .root());
        assertThat(marked.matrixProperty().get())
                .extracting(row -> row.index())
                .startsWith(40, 77, 0, 1);
        assertThat(marked.ownProperty().get()).contains("zurich-1").contains("bern-3");
    }

    private String committee(int index) {
        return model.committee().get(index);
    }

    /** A point in the n-th visible row. */
    private static Point2D visible(DrawnGrid<?> grid, int row) {
        return Snapshots.on(
                () -> grid.localToScreen(grid.pointOf(grid.firstVisible() + 1 + row, 1)));
    }

    @SuppressWarnings("unchecked")
    private DrawnGrid<WhiteboardEntry> feed() {
        return (DrawnGrid<WhiteboardEntry>) robot.lookup("#feed").query();
    }

    private DrawnGrid<?> matrix() {
        return (DrawnGrid<?>) robot.lookup("#matrix").query();
    }
}
