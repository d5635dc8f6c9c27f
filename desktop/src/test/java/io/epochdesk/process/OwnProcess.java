package io.epochdesk.process;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A program with the classes of the tests, in a Java of its own like theirs that starts quickly.
 */
public final class OwnProcess {

    private OwnProcess() {}

    /** The classes of the console, of the tests and of all they need. */
    public static String classPath() {
        return System.getProperty(
                "surefire.test.class.path", System.getProperty("java.class.path"));
    }

    /**
     * A process to be started.
     *
     * @param options for Java
     * @param main name of the class whose {@code main} is run
     */
    public static ProcessBuilder of(List<String> options, String main, String... arguments) {
        ProcessBuilder builder =
                new ProcessBuilder(
                        Stream.of(
                                        Stream.of(
                                                Path.of(
                                                                System.getProperty("java.home"),
                                                                "bin",
                                                                "java")
                                                        .toString(),
                                                "-XX:TieredStopAtLevel=1",
                                                "-XX:+UseSerialGC",
                                                "--enable-native-access=ALL-UNNAMED"),
                                        options.stream(),
                                        Stream.of("-cp", classPath(), main),
                                        Stream.of(arguments))
                                .flatMap(part -> part)
                                .toList());
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        return builder;
    }
}
