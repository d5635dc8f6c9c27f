package io.epochdesk.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.management.HotSpotDiagnosticMXBean;

import io.epochdesk.board.Board;
import io.epochdesk.board.Recorded;
import io.epochdesk.cli.Streams;
import io.epochdesk.network.NetworkProfiles;
import io.epochdesk.network.access.LoopbackAccessNode;
import io.epochdesk.network.access.LoopbackChain;
import io.epochdesk.parallel.WithoutOthers;
import io.epochdesk.settings.Folders;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * After {@code status}, and after a board is closed, nothing of it is left: no thread, platform or
 * virtual, no connection, no open file, no file on disk.
 */
@Timeout(60)
@WithoutOthers
final class NothingLeftTest {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Pattern THREAD =
            Pattern.compile("\"name\": \"((?:network|access-node|board|status)[^\"]*)\"");

    private final LoopbackChain chain = new LoopbackChain("a", "flow-emulator");
    private final LoopbackAccessNode node = LoopbackAccessNode.serving(chain);

    @TempDir private Path folder;

    NothingLeftTest() {
        chain.sealEmpty(400);
        node.answerScripts(request -> answer(request.script()).getBytes(StandardCharsets.UTF_8));
    }

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void statusLeavesNothing() throws Exception {
        status();
        settle();
        long open = openFiles();

        for (int i = 0; i < 3; i++) {
            assertThat(status()).contains("\"view\"");
        }

        nothingIsLeft(open);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void statusThatReachesNobodyLeavesNothing() throws Exception {
        node.stop();
        status();
        settle();
        long open = openFiles();

        assertThat(status()).contains("NET-101");

        nothingIsLeft(open);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aClosedBoardLeavesNothing() throws Exception {
        watch();
        settle();
        long open = openFiles();

        watch();

        nothingIsLeft(open);
    }

    private void nothingIsLeft(long openBefore) throws IOException {
        settle();
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(openFiles()).isLessThanOrEqualTo(openBefore));
        assertThat(node.openStreams()).isZero();
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)).isEmpty();
        }
    }

    private void settle() {
        await().atMost(SOON).untilAsserted(() -> assertThat(threads()).isEmpty());
        await().atMost(SOON).until(() -> node.openStreams() == 0);
    }

    private String status() {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Headless.run(
                folders(),
                Headless.settings(folders()).load(),
                new Streams(new PrintWriter(out), new PrintWriter(err)),
                () -> false,
                _ -> {},
                "status",
                "--network=emulator",
                "--access=127.0.0.1:" + node.port(),
                "--timeout=5",
                "--json");
        return out + "" + err;
    }

    private void watch() {
        try (Board board =
                new LiveBoards(folders().data(), Clock.systemUTC())
                        .open(
                                NetworkProfiles.through(
                                        NetworkProfiles.emulator(), "127.0.0.1:" + node.port()))) {
            Board.Hold _ = board.hold(Board.Interest.values());
            await().atMost(SOON)
                    .until(() -> board.snapshot().current().whiteboard().last() != null);
            assertThat(threads()).isNotEmpty();
        }
    }

    private Folders folders() {
        return Folders.of(Map.of(Folders.HOME_VARIABLE, folder.toString()), folder);
    }

    /** Which script it is shows in what it imports; the list of messages is empty. */
    private static String answer(String script) {
        if (script.contains("WhiteboardAnswer")) {
            return """
            {"type":"Struct","value":{"id":"s.0.WhiteboardAnswer","fields":[\
            {"name":"size","value":{"type":"Int","value":"0"}},\
            {"name":"messages","value":{"type":"Array","value":[]}}]}}\
            """;
        }
        return Recorded.json(Recorded.AUCTION, "board");
    }

    /** Names of the console's threads that live, virtual ones too. */
    private static List<String> threads() {
        try {
            Path dump = Files.createTempDirectory("threads").resolve("dump.json");
            ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                    .dumpThreads(dump.toString(), HotSpotDiagnosticMXBean.ThreadDumpFormat.JSON);
            String all = Files.readString(dump);
            Files.delete(dump);
            Path parent = dump.getParent();
            if (parent != null) {
                Files.delete(parent);
            }
            return THREAD.matcher(all).results().map(found -> found.group(1)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long openFiles() throws IOException {
        try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
            return open.count();
        }
    }
}
