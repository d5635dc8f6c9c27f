import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Trains the caches of loaded and linked classes: runs the launchers of a finished image on a
 * rehearsal, with the options they will have, in homes that are thrown away. A launcher must not
 * name its cache before: the virtual machine either writes one or reads one.
 *
 * <p>The virtual machine loads and links every class of an AOT cache before it runs anything.
 * Commands need most of theirs at once, so they have one cache. The window has two, one on the
 * other: the lower holds what it takes to paint its first frame; the upper holds what a look at
 * each page takes, and its classes are loaded when they are needed.
 *
 * <p>An upper cache knows its lower one by the path that had when it was trained, and is refused
 * where nothing has that path; unless the lower one is the runtime's own, which is wherever the
 * runtime is. So that is what it is made.
 */
final class Training {

    /** The exit code of a command that was not answered in time, as happens on a busy machine. */
    private static final int COULD_NOT_READ = 3;

    private static final int ATTEMPTS = 5;

    /** What a virtual machine with compact object headers calls its runtime's own cache. */
    private static final String OWN_CACHE = "classes_coh.jsa";

    private final Build build;
    private final Commands commands;
    private final Platform platform;
    private final Launchers launchers;

    Training(Build build, Commands commands, Platform platform, Launchers launchers) {
        this.build = build;
        this.commands = commands;
        this.platform = platform;
        this.launchers = launchers;
    }

    /** Trains the caches of an image and lets the launchers name them. */
    void run(Path image) throws IOException, InterruptedException {
        Path app = image.resolve(platform.app);
        Path home = Build.empty(build.packages().resolve("training"));
        try (Served _ =
                Served.start(
                        launchers.launcher(Image.COMMANDS),
                        build.installer("rehearsed.json"),
                        home.resolve(Image.COMMANDS))) {
            commands(app, home.resolve(Image.COMMANDS));
        }
        try (Display display = Display.open(platform)) {
            window(machine(image).resolveSibling(OWN_CACHE), app, home, display.environment());
        }
    }

    private void commands(Path app, Path home) throws IOException, InterruptedException {
        Path cache = app.resolve(Image.COMMANDS + ".aot");
        train(
                Image.COMMANDS,
                cache,
                "-XX:AOTCacheOutput=" + cache,
                List.of("--commands-of", build.installer("launchers/commands.training").toString()),
                home,
                Map.of());
        launchers.add(Image.COMMANDS, "-XX:AOTCache=$APPDIR/" + cache.getFileName());
    }

    private void window(Path lower, Path app, Path home, Map<String, String> screen)
            throws IOException, InterruptedException {
        Path upper = app.resolve(Image.WINDOW + ".jsa");
        train(
                Image.WINDOW,
                lower,
                "-XX:AOTCacheOutput=" + lower,
                List.of("--rehearsal", "--first-frame"),
                home.resolve("first-frame"),
                screen);
        train(
                Image.WINDOW,
                upper,
                "-XX:ArchiveClassesAtExit=" + upper,
                List.of("--rehearsal", "--tour"),
                home.resolve("tour"),
                screen);
        launchers.add(Image.WINDOW, "-XX:SharedArchiveFile=$APPDIR/" + upper.getFileName());
    }

    /** The virtual machine of an image, beside which it looks for the runtime's own cache. */
    private Path machine(Path image) throws IOException {
        try (Stream<Path> all = Files.walk(image)) {
            return all.filter(
                            each ->
                                    each.endsWith("libjvm" + platform.ending)
                                            || each.endsWith("jvm" + platform.ending))
                    .findFirst()
                    .orElseThrow(() -> new IOException("no virtual machine in " + image));
        }
    }

    private void train(
            String launcher,
            Path cache,
            String options,
            List<String> arguments,
            Path home,
            Map<String, String> screen)
            throws IOException, InterruptedException {
        Map<String, String> environment = new LinkedHashMap<>(screen);
        environment.put("EPOCHDESK_HOME", home.toString());
        environment.put("JAVA_TOOL_OPTIONS", options);
        List<String> command = new ArrayList<>();
        command.add(launchers.launcher(launcher).toString());
        command.addAll(arguments);
        Path log = build.packages().resolve(cache.getFileName() + "-training.log");
        int code = COULD_NOT_READ;
        for (int i = 0; i < ATTEMPTS && code == COULD_NOT_READ; i++) {
            code = commands.exit(environment, log.toFile(), command);
        }
        // 1 says that a network needs attention, which is an answer.
        if (code > 1) {
            throw new IllegalStateException(launcher + " ended with " + code + ", see " + log);
        }
        if (!Files.exists(cache)) {
            throw new IllegalStateException("the training of " + cache + " left no cache");
        }
    }
}
