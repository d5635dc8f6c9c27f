import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What {@code installers/measure} does: see there. Arguments: the folder of the installed image,
 * and how many runs are counted. Every process is a new one with a home of its own.
 *
 * <p>Times count from just before a process is started: by this clock for the first byte of a
 * command, by the time in the console's log for what its window shows.
 *
 * <p>With a third argument only one part is measured: {@code start}, {@code commands} or {@code
 * memory}.
 */
public final class Measure {

    private static final Duration LONGEST = Duration.ofMinutes(3);
    private static final Duration SETTLED = Duration.ofSeconds(10);
    private static final Duration LOOK = Duration.ofMillis(20);
    private static final Pattern POINT = Pattern.compile("(?m)^(\\S+Z) .*start: (\\w+) after");
    private static final Pattern PORT = Pattern.compile("port (\\d+)|127\\.0\\.0\\.1:(\\d+)");
    private static final String PLAN =
            "plan fund --value account=0xf8d6e0586b0a20c7 --value recipient=0xf8d6e0586b0a20c7"
                    + " --value amount=1.5";
    private static final String DOCTOR = "doctor --node 06a566 --key-elsewhere";
    private static final int MESSAGES = 100_000;
    private static final int MESSAGE_BYTES = 875;

    private final Path packages = Path.of("desktop/target/package").toAbsolutePath();
    private final Path installed;
    private final int runs;

    private Measure(Path installed, int runs) {
        this.installed = installed;
        this.runs = runs;
    }

    public static void main(String[] args) throws Exception {
        Measure measure = new Measure(Path.of(args[0]).toAbsolutePath(), Integer.parseInt(args[1]));
        String part = args.length > 2 ? args[2] : "all";
        measure.machine();
        if (Set.of("all", "start").contains(part)) {
            measure.start();
        }
        if (Set.of("all", "commands").contains(part)) {
            measure.commands();
        }
        if (Set.of("all", "memory").contains(part)) {
            measure.memory();
        }
    }

    private void machine() throws IOException {
        String processor =
                Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                        .filter(line -> line.startsWith("model name"))
                        .findFirst()
                        .map(line -> line.substring(line.indexOf(':') + 2))
                        .orElse("?");
        System.out.printf(
                "%s, %d cores of %s, load %s%n",
                Instant.now(),
                Runtime.getRuntime().availableProcessors(),
                processor,
                Files.readString(Path.of("/proc/loadavg")).strip());
    }

    /** The window and a bare one in turn, so that whatever disturbs one disturbs the other. */
    private void start() throws Exception {
        Path bare = bare();
        Map<String, List<Long>> times = new LinkedHashMap<>();
        for (int run = 0; run <= runs; run++) {
            long frame = bareFrame(bare);
            Map<String, Long> points = windowPoints();
            if (run > 0) {
                add(times, "bare window: frame", frame);
                points.forEach((point, time) -> add(times, "Epoch Desk: " + point, time));
            }
        }
        times.forEach(Measure::report);
        double ratio =
                (double) median(times.get("Epoch Desk: frame"))
                        / median(times.get("bare window: frame"));
        System.out.printf(Locale.ROOT, "first frame: %.2f times the bare window's%n", ratio);
    }

    private Map<String, Long> windowPoints() throws Exception {
        Path home = emptied("measured-window");
        Instant begun = Instant.now();
        Process window = window(home);
        try {
            await(window, () -> points(home, begun).containsKey("votes"));
            return points(home, begun);
        } finally {
            end(window);
        }
    }

    private Process window(Path home, String... arguments) throws IOException {
        List<String> command =
                new ArrayList<>(List.of(installed.resolve("bin/epochdesk").toString()));
        command.addAll(arguments.length == 0 ? List.of("--rehearsal") : List.of(arguments));
        command.remove("");
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().put("EPOCHDESK_HOME", home.toString());
        return builder.start();
    }

    private static Map<String, Long> points(Path home, Instant begun) {
        Map<String, Long> points = new LinkedHashMap<>();
        Path log = home.resolve("log/window.log");
        try {
            Matcher found = POINT.matcher(Files.exists(log) ? Files.readString(log) : "");
            while (found.find()) {
                points.put(
                        found.group(2),
                        Duration.between(begun, Instant.parse(found.group(1))).toMillis());
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return points;
    }

    private long bareFrame(Path bare) throws Exception {
        long begun = System.currentTimeMillis();
        Process process =
                new ProcessBuilder(bare.resolve("bin/bare").toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        String said;
        try (BufferedReader reader = process.inputReader()) {
            said = reader.readLine();
        }
        process.waitFor();
        return Long.parseLong(said.substring("frame ".length())) - begun;
    }

    /** A bare window, packaged with the same runtime, options and training. */
    private Path bare() throws Exception {
        Path work = emptied("bare");
        Path classes = Files.createDirectories(work.resolve("classes"));
        Path jars = Files.createDirectories(work.resolve("jars"));
        Path runtime = installed.resolve("lib/runtime");
        jdk(
                "javac",
                "--module-path",
                packages.resolve("modules").toString(),
                "--add-modules",
                "javafx.controls",
                "-d",
                classes.toString(),
                "installers/bare/Bare.java");
        jdk(
                "jar",
                "--create",
                "--file",
                jars.resolve("bare.jar").toString(),
                "-C",
                classes.toString(),
                ".");
        Path image = work.resolve("bare");
        Path app = Files.createDirectories(image.resolve("lib/app"));
        Files.move(jars.resolve("bare.jar"), app.resolve("bare.jar"));
        Files.createSymbolicLink(
                image.resolve("lib/runtime"), installed.resolve("lib/runtime").toRealPath());
        Path launcher = Files.createDirectories(image.resolve("bin")).resolve("bare");
        Files.copy(installed.resolve("bin/epochdesk"), launcher);
        String script =
                Files.readString(launcher)
                        .replaceAll("-cp \"[^\"]*\" \\S+", "-cp \"\\$APPDIR/bare.jar\" Bare");
        String cache = "bare.aot";
        Files.writeString(launcher, script.replaceAll(" \"-XX:SharedArchiveFile=[^\"]*\"", ""));
        ProcessBuilder training =
                new ProcessBuilder(launcher.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(work.resolve("training.log").toFile());
        training.environment().put("JAVA_TOOL_OPTIONS", "-XX:AOTCacheOutput=" + app.resolve(cache));
        training.start().waitFor();
        if (!Files.exists(app.resolve(cache))) {
            throw new IOException("the bare window left no cache");
        }
        Files.writeString(launcher, script.replace("epochdesk.jsa", cache));
        return image;
    }

    private void jdk(String tool, String... arguments) throws Exception {
        List<String> command =
                new ArrayList<>(
                        List.of(Path.of(System.getProperty("java.home"), "bin", tool).toString()));
        command.addAll(List.of(arguments));
        if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
            throw new IOException(tool + " failed");
        }
    }

    /**
     * Time to the first byte of commands that ask a rehearsal in another process, with and without
     * the time that was the rehearsal's: while it had a question and the command had no answer. A
     * {@link Wire} between the two tells.
     */
    private void commands() throws Exception {
        Path home = emptied("measured-commands");
        Process server = command(home.resolve("server"), "rehearse", "--speed", "600").start();
        try (Wire wire = new Wire(port(server))) {
            Files.writeString(
                    home.resolve("settings.json"),
                    Files.readString(Path.of("installers/rehearsed.json"))
                            .replace("@PORT@", Integer.toString(wire.port())));
            // A rehearsal that has just begun keeps the other core busy.
            TimeUnit.MILLISECONDS.sleep(SETTLED.toMillis());
            firstBytes(home, wire);
        } finally {
            end(server);
        }
    }

    /** One command after the other, so that whatever disturbs one disturbs all. */
    private void firstBytes(Path home, Wire wire) throws Exception {
        Map<String, List<Long>> times = new LinkedHashMap<>();
        for (int run = 0; run <= runs; run++) {
            for (String name : List.of("--version", "status", "status --json", DOCTOR, PLAN)) {
                Said said = firstByte(home, name);
                if (run > 0) {
                    String command =
                            "epochdesk " + (name.endsWith("--json") ? name : name.split(" ")[0]);
                    long node = wire.ofTheNode(said.begun, said.first).toMillis();
                    long time = TimeUnit.NANOSECONDS.toMillis(said.first - said.begun);
                    add(times, command + ": first byte", time);
                    add(times, command + ": … of it the network's", node);
                    add(times, command + ": … beyond the network's", time - node);
                }
            }
        }
        times.forEach(Measure::report);
    }

    private static void add(Map<String, List<Long>> times, String what, long time) {
        times.computeIfAbsent(what, _ -> new ArrayList<>()).add(time);
    }

    /** When a process was started and said its first byte, by {@link System#nanoTime}. */
    private record Said(long begun, long first) {}

    /** When a command spoke on standard output. */
    private Said firstByte(Path home, String name) throws Exception {
        long begun = System.nanoTime();
        Process process =
                command(home, name.split(" "))
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        Said answer;
        try (InputStream said = process.getInputStream()) {
            if (said.read() < 0) {
                throw new IOException(name + " said nothing");
            }
            answer = new Said(begun, System.nanoTime());
            said.transferTo(java.io.OutputStream.nullOutputStream());
        }
        process.waitFor();
        return answer;
    }

    private ProcessBuilder command(Path home, String... arguments) throws IOException {
        Files.createDirectories(home);
        List<String> command =
                new ArrayList<>(List.of(installed.resolve("bin/epochdesk-cli").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("EPOCHDESK_HOME", home.toString());
        return builder;
    }

    /** Resident memory at the overview of a rehearsal, and with a large whiteboard. */
    private void memory() throws Exception {
        Path home = emptied("measured-memory");
        Instant begun = Instant.now();
        Process window = window(home);
        try {
            await(window, () -> points(home, begun).containsKey("votes"));
            TimeUnit.MILLISECONDS.sleep(SETTLED.toMillis());
            System.out.printf(
                    "resident at the overview, %d s after the first votes: %d MiB%n",
                    SETTLED.toSeconds(), resident(window));
        } finally {
            end(window);
        }
        Process server =
                new ProcessBuilder(
                                "mvn",
                                "-B",
                                "-q",
                                "-Pbench",
                                "test-compile",
                                "exec:exec@whiteboard-server",
                                "-pl",
                                "desktop",
                                "-Dwhiteboard=" + MESSAGES + " " + MESSAGE_BYTES)
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        try {
            Path full = emptied("measured-whiteboard");
            Files.writeString(
                    full.resolve("settings.json"),
                    Files.readString(Path.of("installers/rehearsed.json"))
                            .replace("flow-rehearsal", "flow-emulator")
                            .replace("@PORT@", Integer.toString(port(server))));
            Instant again = Instant.now();
            Process second = window(full, "");
            try {
                await(second, () -> points(full, again).containsKey("whiteboard"));
                TimeUnit.MILLISECONDS.sleep(SETTLED.toMillis());
                System.out.printf(
                        Locale.ROOT,
                        "resident with %,d messages of %d B, %d s after they were on the screen: %d"
                                + " MiB%n",
                        MESSAGES,
                        MESSAGE_BYTES,
                        SETTLED.toSeconds(),
                        resident(second));
            } finally {
                end(second);
            }
        } finally {
            server.descendants().forEach(ProcessHandle::destroy);
            end(server);
        }
    }

    private static long resident(Process process) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
                        .filter(line -> line.startsWith("VmRSS:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .sum()
                / 1024;
    }

    private static int port(Process server) throws IOException {
        BufferedReader said = server.inputReader(StandardCharsets.UTF_8);
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            Matcher port = PORT.matcher(line);
            if (port.find()) {
                return Integer.parseInt(port.group(1) == null ? port.group(2) : port.group(1));
            }
        }
        throw new IOException("the server ended before it served");
    }

    private static void await(Process process, java.util.function.BooleanSupplier condition)
            throws Exception {
        Instant latest = Instant.now().plus(LONGEST);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(latest) || !process.isAlive()) {
                throw new IOException("what was waited for did not come");
            }
            TimeUnit.MILLISECONDS.sleep(LOOK.toMillis());
        }
    }

    private static void end(Process process) throws InterruptedException {
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    private Path emptied(String name) throws IOException {
        Path folder = packages.resolve(name);
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                all.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
            }
        }
        return Files.createDirectories(folder);
    }

    private static void report(String what, List<Long> times) {
        List<Long> sorted = times.stream().sorted().toList();
        System.out.printf(
                Locale.ROOT,
                "%-40s median %d ms, fastest %d, slowest %d, of %d%n",
                what,
                median(times),
                sorted.getFirst(),
                sorted.getLast(),
                times.size());
    }

    private static long median(List<Long> times) {
        List<Long> sorted = times.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
