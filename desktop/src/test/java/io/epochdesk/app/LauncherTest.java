package io.epochdesk.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.epochdesk.parallel.BesideOthers;
import io.epochdesk.process.OwnProcess;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The launcher as the build writes it, over the classes that are under test. */
@EnabledOnOs({OS.LINUX, OS.MAC})
@Timeout(120)
@BesideOthers
final class LauncherTest {

    private static final String JAR = "epochdesk-test.jar";
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    @TempDir private Path target;

    @AfterEach
    void unlink() throws IOException {
        Files.deleteIfExists(target.resolve("classes"));
    }

    @Test
    void headlessCommandsStartFromTheClassesAndTheirOutputIsNothingButTheirs() throws Exception {
        writeLauncher();

        assertThat(run(target.resolve("epochdesk").toString(), "--version"))
                .matches("epochdesk \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\n");
    }

    @Test
    void aCacheThatDoesNotFitIsPassedOverInSilence() throws Exception {
        writeLauncher();
        Path options = target.resolve("epochdesk-headless.options");
        Path cache = Files.writeString(target.resolve("stale.aot"), "not a cache");
        Files.writeString(options, "-XX:AOTCache=" + cache + "\n", StandardOpenOption.APPEND);

        assertThat(run(target.resolve("epochdesk").toString(), "--version"))
                .startsWith("epochdesk ")
                .hasLineCount(1);
    }

    @Test
    void onlyTheWindowIsGivenJavaFx() throws Exception {
        writeLauncher();

        assertThat(target.resolve("epochdesk.options")).content().contains("javafx.controls");
        assertThat(target.resolve("epochdesk-headless.options"))
                .content()
                .contains("TieredStopAtLevel=1")
                .doesNotContain("javafx.controls", "--module-path");
    }

    /** There is no jar here, so no training run is made. */
    private void writeLauncher() throws IOException, InterruptedException {
        String classPath = OwnProcess.classPath();
        Path classes =
                Arrays.stream(classPath.split(File.pathSeparator))
                        .map(Path::of)
                        .filter(path -> path.endsWith(Path.of("target", "classes")))
                        .findFirst()
                        .orElseThrow();
        String libraries =
                Arrays.stream(classPath.split(File.pathSeparator))
                        .filter(path -> path.endsWith(".jar"))
                        .collect(Collectors.joining(File.pathSeparator));
        Files.createSymbolicLink(target.resolve("classes"), classes.toAbsolutePath());
        Files.writeString(target.resolve("class-path.txt"), libraries);
        run(
                JAVA,
                Path.of("src", "build", "java", "WriteLauncher.java").toAbsolutePath().toString(),
                target.toString(),
                JAR);
    }

    private String run(String... command) throws IOException, InterruptedException {
        Path out = target.resolve("out.txt");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile());
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        builder.environment().put("EPOCHDESK_HOME", target.resolve("home").toString());
        int code = builder.start().waitFor();
        String said = Files.readString(out, StandardCharsets.UTF_8);
        assertThat(code).as(said).isZero();
        return said;
    }
}
