import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What Maven left, and where packages are made of it.
 *
 * @param root the checkout
 * @param target the module's build folder
 * @param version the version, such as {@code 0.1.0-SNAPSHOT}
 * @param made the time that stands on everything in a package
 */
record Build(Path root, Path target, String version, Instant made) {

    static Build of(Path root, Path target) throws IOException {
        String pom = Files.readString(root.resolve("pom.xml"));
        return new Build(
                root,
                target,
                found(pom, "<artifactId>epochdesk</artifactId>\\s*<version>([^<]+)<"),
                Instant.parse(found(pom, "<project.build.outputTimestamp>([^<]+)<")));
    }

    /** Where packages and what they are made of are kept. */
    Path packages() {
        return target.resolve("package");
    }

    /** The image of the system this runs on. */
    Path image() {
        return packages()
                .resolve("image")
                .resolve(Platform.current() == Platform.MACOS ? "epochdesk.app" : "epochdesk");
    }

    /** The version's numbers alone. */
    String number() {
        return version.replaceAll("-.*", "");
    }

    /** The console's own jar. */
    Path jar() {
        return target.resolve("epochdesk-desktop-" + version + ".jar");
    }

    /** All other jars the console runs on. */
    List<Path> libraries() throws IOException {
        Path list = target.resolve("class-path.txt");
        if (!Files.exists(list) || !Files.exists(jar())) {
            throw new IllegalStateException("run mvn -DskipTests package first");
        }
        return Arrays.stream(Files.readString(list).strip().split(File.pathSeparator))
                .map(Path::of)
                .sorted(Comparator.comparing(path -> path.getFileName().toString()))
                .toList();
    }

    /** A file of the installers. */
    Path installer(String name) {
        Path file = root.resolve("installers").resolve(name);
        if (!Files.exists(file)) {
            throw new IllegalStateException("there is no " + file);
        }
        return file;
    }

    /** The lines of a file of options that are neither empty nor comments. */
    List<String> options(String name) throws IOException {
        return Files.readAllLines(installer(name)).stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
    }

    /** Makes an empty folder. */
    static Path empty(Path folder) throws IOException {
        delete(folder);
        return Files.createDirectories(folder);
    }

    /** Removes a folder with all that is in it. */
    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            List<Path> all;
            try (Stream<Path> walk = Files.walk(folder)) {
                all = walk.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path each : all) {
                Files.delete(each);
            }
        }
    }

    /** Puts the time of the build on everything in a folder; the cache of classes depends on it. */
    void stamp(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(folder)) {
            all = walk.filter(path -> !Files.isSymbolicLink(path)).toList();
        }
        for (Path each : all) {
            Files.setLastModifiedTime(each, FileTime.from(made));
        }
    }

    private static String found(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("pom.xml says nothing like " + pattern);
        }
        return matcher.group(1);
    }
}
