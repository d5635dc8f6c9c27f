package io.epochdesk.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.epochdesk.dkg.WhiteboardEntry;
import io.epochdesk.emulator.EmulatorProcess;
import io.epochdesk.emulator.EpochDriver;
import io.epochdesk.emulator.FixtureNode;
import io.epochdesk.emulator.RequiresEmulator;
import io.epochdesk.emulator.Transcript;
import io.epochdesk.network.NetworkProfiles;
import io.epochdesk.quorum.view.MemberRow;
import io.epochdesk.ui.Snapshots;
import io.epochdesk.ui.drawn.DrawnGrid;

import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/**
 * The whole window on a real emulator, from the first start through an epoch: what the contracts do
 * shows on the page that is open, and the robot finds its way through it.
 */
@Tag("robot")
@RequiresEmulator
@Timeout(180)
final class EmulatorWindowTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration SAID_WITHIN = Duration.ofSeconds(5);
    private static final String MESSAGE = FixtureNode.voteMessages().getFirst();

    private final FxRobot robot = new FxRobot();
    private final Transcript transcript = Transcript.happy();
    private final Desk desk;
    private final EmulatorProcess emulator = EmulatorProcess.start();
    private final EpochDriver driver = new EpochDriver(emulator);

    EmulatorWindowTest(@TempDir Path folder) {
        desk =
                new Desk(
                        folder,
                        profile ->
                                new LiveBoards(folder, Clock.systemUTC())
                                        .open(NetworkProfiles.through(profile, emulator.address())),
                        new StillRehearsals());
    }

    @AfterEach
    void close() {
        desk.close();
        driver.close();
        emulator.close();
    }

    @Test
    void anEpochIsWatchedFromTheAuctionToTheCommit() {
        driver.register(3, 9, 1);
        desk.open(true);
        robot.clickOn("#welcome-emulator");
        await("#header-state", text("Connected"));
        await("#header-phase", node -> true);

        driver.endAuction();
        await("#overview-headline", text("Setup of epoch 1"));

        robot.clickOn("#navigate-clusters");
        await("#clusters", node -> grid(node).rows().size() == 1);
        robot.clickOn(firstRow("#clusters"));
        List<FixtureNode> collectors = driver.nodes(FixtureNode.Role.COLLECTION);
        driver.vote(collectors.getFirst(), MESSAGE);
        await("#members", node -> voted(node) == 1);
        robot.clickOn("#members-missing");
        await("#members", node -> grid(node).rows().size() == 2);
        robot.clickOn("#members-missing").clickOn("#members-find");
        robot.write(collectors.get(1).id().substring(0, 12));
        await("#members", node -> grid(node).rows().size() == 1 && voted(node) == 0);
        driver.vote(collectors.get(1), MESSAGE);
        driver.vote(collectors.get(2), MESSAGE);
        await("#members", node -> voted(node) == 1);
        await("#clusters-headline", text("has its quorum certificate"));

        robot.clickOn("#navigate-dkg");
        driver.post(transcript.messages().subList(0, 5));
        String sender = transcript.messages().getFirst().nodeId();
        driver.post(sender, List.of("not JSON at all"));
        await(".feed-count", text("6 messages"));
        robot.clickOn("#feed-flagged");
        // an emulator's first phases pass within a few blocks: vectors that came too late show as
        // well
        await("#feed", node -> senders(node).getLast().equals(sender));
        // by the keyboard: what is judged meanwhile may move the rows from under the mouse
        Snapshots.onFx(() -> root().lookup("#feed").requestFocus());
        robot.type(KeyCode.END).type(KeyCode.ENTER);
        await("#raw-content", node -> content(node).equals("not JSON at all"));
        desk.eyes().picture("emulator-dkg");
        robot.clickOn("#raw-close").clickOn("#feed-flagged");
        robot.clickOn("#feed-find").write(sender.substring(0, 10));
        await("#feed", node -> senders(node).equals(List.of(sender, sender)));

        emulator.freeze();
        await("#header-state", SAID_WITHIN, text("lost"));
        emulator.resume();
        await("#header-state", text("Connected"));

        driver.post(transcript.messages().subList(5, 9));
        transcript.results().keySet().forEach(id -> driver.submit(id, transcript));
        await("#dkg-headline", text("has succeeded").or(text("Enough nodes agree")));
        robot.clickOn("#navigate-overview");
        driver.commit();
        await("#overview-headline", text("Epoch 1 is committed"));
        desk.eyes().picture("emulator-overview");
        assertThat(desk.eyes().cutOff()).isEmpty();

        driver.endEpoch();
        await("#overview-headline", text("The staking auction is open"));
        robot.clickOn("#navigate-clusters");
        await("#clusters-headline", text("the vote that prepared epoch 1"));
    }

    private Point2D firstRow(String id) {
        return Snapshots.on(
                () -> {
                    DrawnGrid<?> grid = grid(root().lookup(id));
                    return grid.localToScreen(grid.pointOf(0, 0));
                });
    }

    private void await(String query, Predicate<Node> holds) {
        await(query, PATIENCE, holds);
    }

    private void await(String query, Duration within, Predicate<Node> holds) {
        desk.eyes().await(query, within, holds);
    }

    private Parent root() {
        return desk.eyes().stage().getScene().getRoot();
    }

    private static Predicate<Node> text(String part) {
        return node -> ((Labeled) node).getText().contains(part);
    }

    private static String content(Node node) {
        return ((TextInputControl) node).getText();
    }

    private static DrawnGrid<?> grid(Node node) {
        return (DrawnGrid<?>) node;
    }

    private static long voted(Node members) {
        return grid(members).rows().stream()
                .filter(row -> ((MemberRow) row).vote() != MemberRow.Vote.MISSING)
                .count();
    }

    private static List<String> senders(Node feed) {
        return grid(feed).rows().stream().map(row -> ((WhiteboardEntry) row).nodeId()).toList();
    }
}
