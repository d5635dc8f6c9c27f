package io.epochdesk.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.epochdesk.network.LoopbackPorts;
import io.epochdesk.parallel.BesideOthers;
import io.epochdesk.process.OwnProcess;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code rehearse} as a process of its own: says where it listens, and ends when it is told to. */
@BesideOthers
final class RehearseProcessTest {

    @TempDir private Path home;

    @Test
    void listensUntilItIsToldToEndAndFreesItsPort() throws IOException, InterruptedException {
        Process process = start();
        try (BufferedReader said = process.inputReader()) {
            Matcher first = Pattern.compile("127\\.0\\.0\\.1:(\\d+)").matcher(said.readLine());
            assertThat(first.find()).isTrue();
            int port = Integer.parseInt(first.group(1));
            // Not SIGINT: a shell's background jobs, and so their children, ignore that one.
            process.toHandle().destroy();
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(said.lines()).noneMatch(line -> line.contains("Exception"));
            assertThat(LoopbackPorts.isOpen(port)).isFalse();
        } finally {
            process.destroyForcibly();
        }
    }

    private Process start() throws IOException {
        ProcessBuilder builder =
                OwnProcess.of(
                        List.of("-Duser.home=" + home, "-Duser.language=en"),
                        Main.class.getName(),
                        "rehearse");
        builder.environment().remove("XDG_CONFIG_HOME");
        builder.environment().remove("XDG_DATA_HOME");
        return builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }
}
