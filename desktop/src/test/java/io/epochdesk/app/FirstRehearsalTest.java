package io.epochdesk.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.epochdesk.network.LoopbackPorts;
import io.epochdesk.parallel.OwnThreads;
import io.epochdesk.rehearsal.RehearsalOptions;
import io.epochdesk.rehearsal.RehearsalPhase;
import io.epochdesk.ui.Snapshots;

import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/**
 * The first start with nothing but this machine: the embedded network, the real client, the real
 * board, in the window.
 */
@Tag("robot")
final class FirstRehearsalTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final FxRobot robot = new FxRobot();
    private final List<RunningRehearsal> started = new CopyOnWriteArrayList<>();
    private final OwnThreads threads = new OwnThreads();
    private final Desk desk;

    FirstRehearsalTest(@TempDir Path folder) {
        RehearsalSource local = new LocalRehearsals(RehearsalOptions.usual());
        desk =
                new Desk(
                        folder,
                        profile -> new LiveBoards(folder, Clock.systemUTC()).open(profile),
                        () -> {
                            RunningRehearsal running = threads.from(local::start);
                            started.add(running);
                            return running;
                        });
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void votesAndMessagesArriveAndNothingIsLeftWhenTheWindowCloses() {
        desk.open(true);
        robot.type(KeyCode.ENTER);
        await("#rehearsal-bar", Node::isVisible);
        await("#header-state", node -> text(node).equals("Connected"));
        started.getFirst().controls().jump(RehearsalPhase.DKG_PHASE_2);
        await("#overview-headline", node -> text(node).startsWith("Setup of epoch"));
        await("#rehearsal-place", node -> text(node).startsWith("DKG phase 2"));
        await("#overview-explanation", node -> text(node).contains("DKG phase 2 ends"));
        robot.clickOn("#navigate-dkg");
        await(".feed-count", node -> text(node).matches("\\d+ messages"));
        desk.eyes().picture("first-rehearsal-dkg");
        robot.clickOn("#navigate-clusters");
        Snapshots.settle();
        desk.eyes().picture("first-rehearsal-clusters");
        robot.clickOn("#navigate-overview");
        Snapshots.settle();
        desk.eyes().picture("first-rehearsal-overview");

        assertThat(threads.alive("rehearsal")).isNotEmpty();
        int port = started.getFirst().profile().nodes().getFirst().port();
        desk.shut();
        assertThat(LoopbackPorts.isOpen(port)).isFalse();
        assertThat(threads.alive("rehearsal")).isEmpty();
    }

    private void await(String query, Predicate<Node> holds) {
        desk.eyes().await(query, PATIENCE, holds);
    }

    private static String text(Node node) {
        return ((Labeled) node).getText();
    }
}
