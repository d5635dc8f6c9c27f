package io.epochdesk.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.epochdesk.network.LoopbackPorts;
import io.epochdesk.parallel.OwnThreads;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

final class RehearsalTest {

    private static final Duration LONG = Duration.ofSeconds(60);

    @Test
    void closingLeavesNoThreadAndNoPort() {
        OwnThreads threads = new OwnThreads();
        int port;
        try (Rehearsal rehearsal =
                threads.from(() -> Rehearsal.start(RehearsalOptions.usual().at(10_000)))) {
            port = rehearsal.port();
            assertThat(threads.alive("rehearsal")).contains("rehearsal-time");
            long first = rehearsal.controls().state().current().view();
            await().atMost(LONG)
                    .until(() -> rehearsal.controls().state().current().view() > first + 100);
        }
        await().atMost(LONG).until(() -> threads.alive("rehearsal").isEmpty());
        assertThat(LoopbackPorts.isOpen(port)).isFalse();
    }

    @Test
    void timeIsPausedSteppedJumpedAndBegunAnew() throws IOException {
        OwnThreads threads = new OwnThreads();
        try (Rehearsal rehearsal = threads.from(() -> Rehearsal.start(RehearsalOptions.usual()))) {
            RehearsalControls controls = rehearsal.controls();
            controls.jump(RehearsalPhase.DKG_PHASE_2);
            await().atMost(LONG)
                    .until(
                            () ->
                                    controls.state().current().phase() == RehearsalPhase.DKG_PHASE_2
                                            && controls.state().current().motion()
                                                    == RehearsalState.Motion.RUNNING);
            controls.pause();
            await().atMost(LONG)
                    .until(
                            () ->
                                    controls.state().current().motion()
                                            == RehearsalState.Motion.PAUSED);
            long paused = controls.state().current().view();
            controls.step();
            await().atMost(LONG)
                    .until(
                            () ->
                                    controls.state().current().view() > paused
                                            && controls.state().current().motion()
                                                    == RehearsalState.Motion.PAUSED);
            assertThat(controls.state().current().phase()).isEqualTo(RehearsalPhase.DKG_PHASE_3);
            assertThatThrownBy(() -> controls.speed(10_001))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> controls.restart("no such thing", 1))
                    .isInstanceOf(IllegalArgumentException.class);
            controls.restart("silent-node", 3);
            await().atMost(LONG)
                    .until(
                            () ->
                                    controls.state().current().scenario().equals("silent-node")
                                            && controls.state().current().motion()
                                                    == RehearsalState.Motion.RUNNING);
            assertThat(controls.state().current().phase())
                    .isIn(RehearsalPhase.STAKING_AUCTION, RehearsalPhase.DKG_PHASE_1);
        }
    }

    @Test
    void aTakenPortIsSaidSo() throws IOException {
        OwnThreads threads = new OwnThreads();
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(
                            () ->
                                    threads.from(
                                            () ->
                                                    Rehearsal.start(
                                                            RehearsalOptions.usual()
                                                                    .onPort(taken.getLocalPort()))))
                    .hasCauseInstanceOf(IOException.class);
        }
        // The server's event loop once stayed behind when the port could not be had.
        await().atMost(LONG).until(() -> threads.alive("rehearsal").isEmpty());
    }

    @Test
    void thePracticeFolderIsThatOfANode(@TempDir Path directory) throws IOException {
        try (Rehearsal rehearsal = Rehearsal.start(RehearsalOptions.usual())) {
            PracticeFolder folder = rehearsal.practiceFolders().getFirst();
            folder.write(directory);

            assertThat(directory.resolve("public-root-information/node-id"))
                    .hasContent(folder.nodeId());
            assertThat(
                            Files.readString(
                                    directory.resolve(
                                            "public-root-information/node-info.pub."
                                                    + folder.nodeId()
                                                    + ".json")))
                    .containsPattern("\"StakingPoP\": \"[0-9a-f]{96}\"")
                    .contains("\"Role\": \"collection\"");
        }
    }
}
