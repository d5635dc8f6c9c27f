import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What starts an image. On macOS and Windows it is jpackage's launcher with its options in a file
 * beside the jars. On Linux it is a short script: jpackage's launcher asks the package manager at
 * every start whose file it is, which on a machine with many packages takes longer than a command.
 */
final class Launchers {

    private static final String OPTION = "java-options=";
    private static final String CLASS_PATH = "app.classpath=";
    private static final String MAIN = "app.mainclass=";

    private final Build build;
    private final Platform platform;
    private final Path image;

    Launchers(Build build, Platform platform, Path image) {
        this.build = build;
        this.platform = platform;
        this.image = image;
    }

    /** The launcher of this name. */
    Path launcher(String name) {
        return image.resolve(platform.launchers)
                .resolve(platform == Platform.WINDOWS ? name + ".exe" : name);
    }

    /** Replaces jpackage's launchers where there is a better one. */
    void replace(List<String> names) throws IOException {
        if (platform == Platform.LINUX) {
            for (String name : names) {
                write(name, Files.readAllLines(options(name)));
                Files.delete(options(name));
            }
            Files.delete(image.resolve("lib/libapplauncher.so"));
        }
    }

    /** From now on this launcher is run with this option, too. */
    void add(String name, String option) throws IOException {
        if (platform == Platform.LINUX) {
            Path script = launcher(name);
            Files.writeString(
                    script,
                    Files.readString(script)
                            .replace(" \\\n    -cp", " \"" + option + "\" \\\n    -cp"));
        } else {
            Files.writeString(
                    options(name),
                    Files.readString(options(name)).stripTrailing()
                            + "\n"
                            + OPTION
                            + option
                            + "\n");
        }
    }

    private Path options(String name) {
        return image.resolve(platform.app).resolve(name + ".cfg");
    }

    private void write(String name, List<String> lines) throws IOException {
        String script =
                Files.readString(build.installer("linux/launcher"))
                        .replace("@OPTIONS@", quoted(values(lines, OPTION)))
                        .replace("@CLASSPATH@", String.join(":", values(lines, CLASS_PATH)))
                        .replace("@MAIN@", values(lines, MAIN).getFirst());
        Path launcher = launcher(name);
        Files.delete(launcher);
        Files.writeString(launcher, script);
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static List<String> values(List<String> lines, String key) {
        return lines.stream()
                .filter(line -> line.startsWith(key))
                .map(line -> line.substring(key.length()))
                .filter(value -> !value.startsWith("-Djpackage."))
                .toList();
    }

    private static String quoted(List<String> options) {
        return options.stream()
                .map(option -> "\"" + option + "\"")
                .collect(Collectors.joining(" "));
    }
}
