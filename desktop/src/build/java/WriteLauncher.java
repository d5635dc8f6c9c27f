import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Writes {@code target/epochdesk}, which starts the console from the checkout: without arguments
 * the window, else the headless commands. It runs on the Java that built it, because that one is
 * known to be new enough; {@code EPOCHDESK_JAVA} names another.
 *
 * <p>Argument: the build folder, with {@code classes} and {@code class-path.txt} in it.
 */
public final class WriteLauncher {

    /** JavaFX warns on the class path, so its jars go on the module path. */
    private static final Pattern JAVAFX = Pattern.compile("javafx-\\w+-[^/\\\\]*\\.jar$");

    public static void main(String[] args) throws IOException {
        Path target = Path.of(args[0]).toAbsolutePath();
        List<String> classPath = new ArrayList<>(List.of(target.resolve("classes").toString()));
        List<String> modulePath = new ArrayList<>();
        Arrays.stream(
                        Files.readString(target.resolve("class-path.txt"))
                                .strip()
                                .split(File.pathSeparator))
                .forEach(jar -> (JAVAFX.matcher(jar).find() ? modulePath : classPath).add(jar));

        Path options = target.resolve("epochdesk.options");
        Files.write(
                options,
                List.of(
                        "-XX:+UseSerialGC",
                        "--enable-native-access=javafx.graphics,ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "--module-path",
                        quoted(String.join(File.pathSeparator, modulePath)),
                        "--add-modules",
                        "javafx.controls",
                        "--class-path",
                        quoted(String.join(File.pathSeparator, classPath))));

        Path launcher = target.resolve("epochdesk");
        Files.writeString(
                launcher,
                """
                #!/bin/sh
                # Starts Epoch Desk from this checkout; written by the build.
                exec "${EPOCHDESK_JAVA:-%s}" "@%s" io.epochdesk.app.Main "$@"
                """
                        .formatted(
                                Path.of(System.getProperty("java.home"), "bin", "java"), options));
        if (Files.getFileStore(launcher).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
        } else {
            Files.writeString(
                    target.resolve("epochdesk.cmd"),
                    "@\"%s\" \"@%s\" io.epochdesk.app.Main %%*\r\n"
                            .formatted(
                                    Path.of(System.getProperty("java.home"), "bin", "java"),
                                    options));
        }
    }

    private static String quoted(String value) {
        return '"' + value.replace("\\", "\\\\") + '"';
    }
}
