package io.epochdesk.quorum.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.epochdesk.board.Board;
import io.epochdesk.board.BoardSnapshot;
import io.epochdesk.board.PageStage;
import io.epochdesk.board.SampleBoards;
import io.epochdesk.board.SampleBoards.Size;
import io.epochdesk.quorum.ClusterTally;
import io.epochdesk.quorum.VoteCheck;
import io.epochdesk.quorum.view.MemberRow.Vote;
import io.epochdesk.ui.Mine;
import io.epochdesk.ui.Snapshots;
import io.epochdesk.ui.Theme;
import io.epochdesk.ui.drawn.DrawnGrid;

import javafx.geometry.Point2D;
import javafx.scene.control.Label;
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
import java.util.stream.IntStream;

@Tag("robot")
final class ClustersViewFxTest {

    private final FxRobot robot = new FxRobot();
    private final PageStage stage = new PageStage(SampleBoards.of(Size.MAINNET).setup());
    private final ClustersViewModel model = new ClustersViewModel(stage.words());
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
                                                new ClustersView(
                                                        model, board, feed, clock, formats, fx))
                                .root());
    }

    @AfterEach
    void close() {
        eyes.close();
    }

    @Test
    void clickingAClusterShowsItsMembers() {
        click("#clusters", 3, 0);

        assertThat(model.selectedClusterProperty().get()).isEqualTo(3);
        assertThat(members().rows()).hasSize(10);
    }

    @Test
    void theFilterLeavesOnlyMembersThatHaveNotVoted() {
        click("#clusters", 1, 0);

        robot.clickOn("#members-missing");

        assertThat(members().rows())
                .isNotEmpty()
                .extracting(MemberRow::vote)
                .containsOnly(Vote.MISSING);
    }

    @Test
    void aNodeIsFoundByTypingAPartOfItsId() {
        String wanted = model.membersProperty().get().get(4).nodeId();

        robot.clickOn("#members-find").write(wanted.substring(0, 10));

        assertThat(members().rows()).extracting(MemberRow::nodeId).containsExactly(wanted);
    }

    @Test
    void theSelectedNodesIdIsCopied() {
        click("#members", 2, 0);

        robot.press(KeyCode.SHORTCUT, KeyCode.C).release(KeyCode.C, KeyCode.SHORTCUT);

        String copied = Snapshots.on(() -> Clipboard.getSystemClipboard().getString());
        assertThat(copied).isEqualTo(model.selectedMemberProperty().get()).hasSize(64);
    }

    @Test
    void theKeyboardWalksThroughTheClusters() {
        click("#clusters", 0, 0);

        robot.type(KeyCode.DOWN, 2);

        assertThat(model.selectedClusterProperty().get()).isEqualTo(2);
        String said = Snapshots.on(() -> grid("#clusters").describe());
        assertThat(said).startsWith("Cluster: Cluster 2");
    }

    @Test
    void votingIsHeldOnlyWhileThePageIsShown() {
        assertThat(stage.board().held()).containsExactly(Board.Interest.VOTING);

        Snapshots.onFx(() -> eyes.stage().hide());

        assertThat(stage.board().held()).isEmpty();
    }

    @Test
    void theVerifiedCertificateOfAClusterCanBeCopied() {
        click("#clusters", 4, 0);

        assertThat(text("#certificate"))
                .contains("Quorum certificate verified here")
                .contains("signature");
        robot.clickOn("#certificate .short-id");
        String copied = Snapshots.on(() -> Clipboard.getSystemClipboard().getString());
        assertThat(copied).hasSize(96);

        click("#clusters", 1, 0);
        Snapshots.await(() -> text("#certificate").startsWith("No quorum certificate yet"));
    }

    @Test
    void aVoteSaysWhoseWordItsKeyIs() {
        click("#clusters", 4, 0);
        click("#members", 5, 0);

        Snapshots.await(
                () ->
                        text("#vote-details")
                                .contains(
                                        "Signed by this member’s staking key, as the epoch’s"
                                                + " announcement at height"));
    }

    @Test
    void aVoteThatCannotBeCheckedSaysWhy() {
        int unchecked = -1;
        for (int cluster = 0; unchecked < 0 && cluster < 5; cluster++) {
            click("#clusters", cluster, 0);
            List<MemberRow> rows = Snapshots.on(() -> List.copyOf(members().rows()));
            unchecked =
                    IntStream.range(0, rows.size())
                            .filter(row -> rows.get(row).vote() != MemberRow.Vote.MISSING)
                            .filter(row -> rows.get(row).check() == VoteCheck.UNCHECKED)
                            .findFirst()
                            .orElse(-1);
        }
        click("#members", unchecked, 0);

        Snapshots.await(
                () ->
                        text("#vote-details")
                                .contains(
                                        "Not checked yet. No staking key is known that it could be"
                                                + " checked against."));
    }

    @Test
    void itLooksRightInBothLooksAndSizes() {
        SampleBoards mainnet = SampleBoards.of(Size.MAINNET);
        Map<String, BoardSnapshot> boards = new LinkedHashMap<>();
        boards.put("clusters-setup", mainnet.setup());
        boards.put("clusters-auction", mainnet.auction());
        boards.put("clusters-stale", mainnet.stale());
        boards.put("clusters-done", mainnet.committed());
        boards.forEach(
                (name, snapshot) -> {
                    picture(name, snapshot, Theme.LIGHT, 1280, 800);
                    picture(name, snapshot, Theme.DARK, 1280, 800);
                    boolean light = name.endsWith("setup");
                    picture(name, snapshot, light ? Theme.LIGHT : Theme.DARK, 2560, 1440);
                });
    }

    private void picture(String name, BoardSnapshot snapshot, Theme look, int width, int height) {
        eyes.show(
                width,
                height,
                look,
                () ->
                        new PageStage(snapshot)
                                .make(
                                        (board, feed, clock, formats, fx) ->
                                                new ClustersView(
                                                        new ClustersViewModel(stage.words()),
                                                        board,
                                                        feed,
                                                        clock,
                                                        formats,
                                                        fx))
                                .root());
        Snapshots.onFx(() -> members().select(members().rows().getLast()));
        eyes.picture(
                "%s-%s-%dx%d".formatted(name, look.name().toLowerCase(Locale.ROOT), width, height));
        assertThat(eyes.cutOff()).as(name + " " + look + " " + width).isEmpty();
    }

    private String text(String id) {
        return robot.lookup(id + " .label").queryAllAs(Label.class).stream()
                .map(Label::getText)
                .collect(Collectors.joining(" "));
    }

    @Test
    void theOperatorsNodesAreMarked() {
        BoardSnapshot setup = SampleBoards.of(Size.MAINNET).setup();
        List<ClusterTally> clusters = setup.voting().value().orElseThrow().clusters();
        ClustersViewModel marked = new ClustersViewModel(stage.words());
        marked.mineProperty()
                .set(
                        new Mine(
                                Map.of(
                                        clusters.get(1).missing().getFirst().nodeId(),
                                        "berlin-2",
                                        clusters.get(1).members().get(2).nodeId(),
                                        "berlin-1",
                                        clusters.get(4).members().get(3).nodeId(),
                                        "hamburg-7")));
        marked.show(setup, SampleBoards.NOW);
        marked.selectedClusterProperty().set(1);
        eyes.show(
                1280,
                800,
                Theme.LIGHT,
                () ->
                        new PageStage(setup)
                                .make(
                                        (board, feed, clock, formats, fx) ->
                                                new ClustersView(
                                                        marked, board, feed, clock, formats, fx))
                                .root());
        eyes.picture("clusters-mine-light-1280x800");
        assertThat(marked.ownProperty().get())
                .contains("berlin-2 has not voted (cluster 1)")
                .contains("hamburg-7 has voted (cluster 4)");
        String said =
                Snapshots.on(
                        () -> {
                            members().select(members().rows().getFirst());
                            return members().describe();
                        });
        assertThat(said).contains("berlin-2, yours");
    }

    private void click(String id, int row, int column) {
        Point2D at = Snapshots.on(() -> grid(id).localToScreen(grid(id).pointOf(row, column)));
        robot.clickOn(at);
    }

    private DrawnGrid<?> grid(String id) {
        return (DrawnGrid<?>) robot.lookup(id).query();
    }

    @SuppressWarnings("unchecked")
    private DrawnGrid<MemberRow> members() {
        return (DrawnGrid<MemberRow>) robot.lookup("#members").query();
    }
}
