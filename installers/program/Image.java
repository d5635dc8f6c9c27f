import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * An image: a folder with a runtime, the console and two launchers that runs wherever it is put.
 *
 * <p>JavaFX's modules are linked into the runtime with their native libraries, so that nothing is
 * unpacked into a home; all else is on the class path, because half of it is no module. At the end
 * the finished launchers are run to train caches of loaded and linked classes, see {@link
 * Training}.
 */
final class Image {

    /** The launcher of the window. */
    static final String WINDOW = "epochdesk";

    /** The launcher of headless commands. */
    static final String COMMANDS = "epochdesk-cli";

    private static final Pattern JAVAFX = Pattern.compile("javafx-.*\\.jar");

    private final Build build;
    private final Commands commands;

    Image(Build build, Commands commands) {
        this.build = build;
        this.commands = commands;
    }

    void make(Platform platform) throws IOException, InterruptedException {
        Path packages = build.packages();
        Path jars = packages.resolve("jars");
        Path modules = packages.resolve("modules");
        if (!commands.dry()) {
            Build.empty(jars);
            Build.empty(modules);
            Build.empty(packages.resolve("image"));
            gather(platform, jars, modules);
            checkModules(jars, modules);
        }
        Path runtime = runtime(platform, modules);
        commands.jdk("jpackage", arguments(platform, jars, runtime));
        if (commands.dry()) {
            return;
        }
        Path image = build.image();
        Path about = Files.createDirectories(image.resolve(platform.app).resolve("about"));
        new Notices(build, jars, modules, runtime.resolve("legal")).write(about);
        Launchers launchers = new Launchers(build, platform, image);
        launchers.replace(List.of(WINDOW, COMMANDS));
        build.stamp(image);
        new Training(build, commands, platform, launchers).run(image);
        build.stamp(image);
        System.out.printf("%s: %,d bytes%n", image, size(image));
    }

    private void gather(Platform platform, Path jars, Path modules) throws IOException {
        Jars copies = new Jars(Jars.natives(platform, Platform.architecture()));
        copies.copy(build.jar(), jars);
        for (Path library : build.libraries()) {
            boolean javafx = JAVAFX.matcher(library.getFileName().toString()).matches();
            copies.copy(library, javafx ? modules : jars);
        }
        build.stamp(jars);
    }

    /** Nothing may need a module that the runtime lacks: it would be missed when it is too late. */
    private void checkModules(Path jars, Path modules) throws IOException, InterruptedException {
        Path needed = build.packages().resolve("modules.txt");
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "jdeps").toString(),
                                "--multi-release",
                                "25",
                                "--ignore-missing-deps",
                                "--print-module-deps",
                                "--module-path",
                                modules.toString(),
                                "--class-path",
                                jars + "/*"));
        try (Stream<Path> all = Files.list(jars)) {
            all.map(Path::toString)
                    .filter(name -> name.endsWith(".jar"))
                    .sorted()
                    .forEach(arguments::add);
        }
        commands.run(Map.of(), needed.toFile(), arguments);
        List<String> said = Files.readAllLines(needed);
        TreeSet<String> missing = new TreeSet<>(List.of(said.getLast().strip().split(",")));
        List<String> options = build.options("runtime.options");
        missing.removeAll(List.of(options.get(options.indexOf("--add-modules") + 1).split(",")));
        // Every runtime has it, and javafx.controls brings the other modules of JavaFX. The console
        // never records flights; who links against the events does without them.
        missing.removeIf(
                name ->
                        name.equals("java.base")
                                || name.startsWith("javafx.")
                                || name.equals("jdk.jfr"));
        if (!missing.isEmpty()) {
            throw new IllegalStateException("runtime.options lacks modules: " + missing);
        }
    }

    private Path runtime(Platform platform, Path modules) throws IOException, InterruptedException {
        Path runtime = build.packages().resolve("runtime");
        if (!commands.dry()) {
            Build.delete(runtime);
        }
        List<String> arguments = new ArrayList<>(build.options("runtime.options"));
        arguments.addAll(
                List.of("--module-path", modules.toString(), "--output", runtime.toString()));
        commands.jdk("jlink", arguments);
        if (!commands.dry()) {
            unpackNatives(platform, modules, runtime);
        }
        return runtime;
    }

    private static void unpackNatives(Platform platform, Path modules, Path runtime)
            throws IOException {
        List<Path> all;
        try (Stream<Path> list = Files.list(modules)) {
            all = list.sorted().toList();
        }
        for (Path jar : all) {
            try (ZipFile zip = new ZipFile(jar.toFile())) {
                for (ZipEntry entry : zip.stream().map(each -> (ZipEntry) each).toList()) {
                    if (entry.getName().endsWith(platform.ending)) {
                        Files.copy(
                                zip.getInputStream(entry),
                                runtime.resolve(platform.natives).resolve(entry.getName()),
                                StandardCopyOption.REPLACE_EXISTING);
                    }
                }
            }
        }
    }

    /** What jpackage is told, for an image of this system. */
    List<String> arguments(Platform platform, Path jars, Path runtime) throws IOException {
        Path second = build.packages().resolve("commands.properties");
        Properties commandLauncher = new Properties();
        commandLauncher.setProperty(
                "java-options", String.join(" ", options(platform, "launchers/commands.options")));
        commandLauncher.setProperty("win-console", "true");
        Files.createDirectories(build.packages());
        try (var writer = Files.newBufferedWriter(second)) {
            commandLauncher.store(writer, null);
        }
        List<String> arguments = new ArrayList<>(List.of("--type", "app-image"));
        arguments.addAll(build.options("image.options"));
        arguments.addAll(
                List.of(
                        "--app-version",
                        version(platform, build),
                        "--icon",
                        build.root().resolve("assets/icon/epochdesk." + platform.icon).toString(),
                        "--input",
                        jars.toString(),
                        "--main-jar",
                        build.jar().getFileName().toString(),
                        "--runtime-image",
                        runtime.toString(),
                        "--add-launcher",
                        COMMANDS + "=" + second,
                        "--dest",
                        build.packages().resolve("image").toString()));
        for (String option : options(platform, "launchers/window.options")) {
            arguments.add("--java-options");
            arguments.add(option);
        }
        return arguments;
    }

    /** Options of a launcher, and where it finds what {@link Jars} put beside the jars. */
    private List<String> options(Platform platform, String file) throws IOException {
        List<String> options = new ArrayList<>(build.options(file));
        options.add("-Dorg.sqlite.lib.path=$APPDIR");
        options.add(
                "-Dorg.sqlite.lib.name="
                        + (platform == Platform.WINDOWS ? "" : "lib")
                        + "sqlitejdbc"
                        + platform.ending);
        return options;
    }

    /** A version as jpackage takes it; macOS wants none that begins with zero. */
    static String version(Platform platform, Build build) {
        String number = build.number();
        return platform == Platform.MACOS && number.startsWith("0.")
                ? "1." + number.substring(2)
                : number;
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile)
                    .collect(Collectors.summingLong(path -> path.toFile().length()));
        }
    }
}
