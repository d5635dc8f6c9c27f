import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * Writes {@code target/epochdesk}, which starts the console from the checkout: without arguments
 * the window, else the headless commands. It runs on the Java that built it, because that one is
 * known to be new enough; {@code EPOCHDESK_JAVA} names another.
 *
 * <p>Headless commands are short: they go without JavaFX, without the second compiler, and with a
 * cache of loaded classes that a training run fills. The cache holds for the packaged jar; when the
 * classes have been compiled anew since, or another Java runs them, they start without it.
 *
 * <p>Arguments: the build folder, with {@code classes} and {@code class-path.txt} in it, and the
 * name of the jar in it.
 */
public final class WriteLauncher {

    /** JavaFX warns on the class path, so its jars go on the module path. */
    private static final Pattern JAVAFX = Pattern.compile("javafx-\\w+-[^/\\\\]*\\.jar$");

    private static final String MAIN = "io.epochdesk.app.Main";
    private static final long TRAINING_SECONDS = 60;
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    public static void main(String[] args) throws IOException, InterruptedException {
        Path target = Path.of(args[0]).toAbsolutePath();
        Path jar = target.resolve(args[1]);
        List<String> libraries = new ArrayList<>();
        List<String> modulePath = new ArrayList<>();
        Arrays.stream(
                        Files.readString(target.resolve("class-path.txt"))
                                .strip()
                                .split(File.pathSeparator))
                .forEach(path -> (JAVAFX.matcher(path).find() ? modulePath : libraries).add(path));

        Path window = target.resolve("epochdesk.options");
        Files.write(
                window,
                List.of(
                        "-XX:+UseSerialGC",
                        "--enable-native-access=javafx.graphics,ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "--module-path",
                        quoted(String.join(File.pathSeparator, modulePath)),
                        "--add-modules",
                        "javafx.controls",
                        "--class-path",
                        classPath(target.resolve("classes"), libraries)));
        Path compiled = target.resolve("epochdesk-headless.options");
        Files.write(compiled, headless(classPath(target.resolve("classes"), libraries)));
        Path cache = target.resolve("epochdesk-headless.aot");
        Path packaged = target.resolve("epochdesk-packaged.options");
        List<String> quick = new ArrayList<>(headless(classPath(jar, libraries)));
        Files.write(packaged, quick);
        if (Files.exists(jar) && train(target, packaged, cache)) {
            quick.add("-XX:AOTCache=" + quoted(cache.toString()));
            Files.write(packaged, quick);
        }

        Path launcher = target.resolve("epochdesk");
        Files.writeString(
                launcher,
                """
                #!/bin/sh
                # Starts Epoch Desk from this checkout; written by the build.
                build='%1$s'
                window=yes
                for argument in "$@"; do
                    case $argument in --rehearsal | --tour | --first-frame) ;; *) window= ;; esac
                done
                if [ -n "$window" ]; then
                    options=epochdesk.options
                elif [ ! -f "$build/%2$s" ] || [ -n "$(find "$build/classes" -newer "$build/%2$s" | head -n 1)" ]; then
                    options=epochdesk-headless.options
                else
                    options=epochdesk-packaged.options
                fi
                exec "${EPOCHDESK_JAVA:-%3$s}" "@$build/$options" %4$s "$@"
                """
                        .formatted(target, args[1], JAVA, MAIN));
        if (Files.getFileStore(launcher).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
        } else {
            Files.writeString(
                    target.resolve("epochdesk.cmd"),
                    ("@if \"%%~1\"==\"\" (\"%1$s\" \"@%2$s\" %4$s) else if"
                         + " \"%%~1\"==\"--rehearsal\" (\"%1$s\" \"@%2$s\" %4$s %%*) else (\"%1$s\""
                         + " \"@%3$s\" %4$s %%*)\r\n")
                            .formatted(JAVA, window, compiled, MAIN));
        }
    }

    /**
     * Whatever the virtual machine has to say about a cache must not get into a command's output.
     */
    private static List<String> headless(String classPath) {
        return List.of(
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xlog:disable",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "--class-path",
                classPath);
    }

    /**
     * Runs a command that loads what commands need, in a home of its own: it asks a port of this
     * machine where nobody answers, and fails as it should. Without a cache everything works as
     * well, only slower.
     */
    private static boolean train(Path target, Path options, Path cache)
            throws IOException, InterruptedException {
        Files.deleteIfExists(cache);
        Path home = Files.createDirectories(target.resolve("training"));
        ProcessBuilder training =
                new ProcessBuilder(
                                JAVA.toString(),
                                "@" + options,
                                "-XX:AOTCacheOutput=" + cache,
                                MAIN,
                                "status",
                                "--network=emulator",
                                "--access=127.0.0.1:1",
                                "--timeout=1",
                                "--json")
                        .redirectErrorStream(true)
                        .redirectOutput(target.resolve("training.log").toFile());
        training.environment().remove("JAVA_TOOL_OPTIONS");
        training.environment().remove("JDK_JAVA_OPTIONS");
        training.environment().put("EPOCHDESK_HOME", home.toString());
        Process running = training.start();
        if (!running.waitFor(TRAINING_SECONDS, TimeUnit.SECONDS)) {
            running.destroyForcibly();
            return false;
        }
        return Files.isReadable(cache);
    }

    private static String classPath(Path own, List<String> libraries) {
        List<String> all = new ArrayList<>(List.of(own.toString()));
        all.addAll(libraries);
        return quoted(String.join(File.pathSeparator, all));
    }

    private static String quoted(String value) {
        return '"' + value.replace("\\", "\\\\") + '"';
    }
}
