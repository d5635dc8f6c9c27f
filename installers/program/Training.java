import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Trains the caches of loaded and linked classes: runs the launchers of a finished image on a
 * rehearsal, with the options they will have, in homes that are thrown away. A launcher must not
 * name its cache before: the virtual machine either writes one or reads one.
 *
 * <p>The virtual machine loads and links every class of a cache before it runs anything. Commands
 * need most of theirs at once, so they have one cache. The window has two, one on the other: the
 * lower holds what it takes to paint its first frame; the upper holds what a look at each page
 * takes, and its classes are loaded when they are needed.
 */
final class Training {

    /** The exit code of a command that was not answered in time, as happens on a busy machine. */
    private static final int COULD_NOT_READ = 3;

    private static final int ATTEMPTS = 5;

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

    /**
     * Trains the caches and lets the launchers name them.
     *
     * @param app the folder of the jars
     */
    void run(Path app) throws IOException, InterruptedException {
        Path home = Build.empty(build.packages().resolve("training"));
        try (Display display = Display.open(platform)) {
            window(app, home, display);
        }
        try (Served _ =
                Served.start(
                        launchers.launcher(Image.COMMANDS),
                        build.installer("rehearsed.json"),
                        home.resolve(Image.COMMANDS))) {
            Path cache = app.resolve(Image.COMMANDS + ".aot");
            Path all = build.installer("launchers/commands.training");
            train(
                    Image.COMMANDS,
                    cache,
                    "-XX:AOTCacheOutput=" + cache,
                    List.of("--commands-of", all.toString()),
                    home.resolve(Image.COMMANDS),
                    Map.of());
        }
        launchers.nameCache(Image.COMMANDS, Image.COMMANDS + ".aot");
    }

    private void window(Path app, Path home, Display display)
            throws IOException, InterruptedException {
        Path lower = app.resolve(Image.WINDOW + ".aot");
        Path upper = app.resolve(Image.WINDOW + ".jsa");
        train(
                Image.WINDOW,
                lower,
                "-XX:AOTCacheOutput=" + lower,
                List.of("--rehearsal", "--first-frame"),
                home.resolve("first-frame"),
                display.environment());
        train(
                Image.WINDOW,
                upper,
                "-XX:SharedArchiveFile=" + lower + " -XX:ArchiveClassesAtExit=" + upper,
                List.of("--rehearsal", "--tour"),
                home.resolve("tour"),
                display.environment());
        launchers.nameCaches(
                Image.WINDOW, lower.getFileName().toString(), upper.getFileName().toString());
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
