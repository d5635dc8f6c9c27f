package io.epochdesk.diagnostics;

import io.epochdesk.network.AccessNode;
import io.epochdesk.network.NetworkProfile;
import io.epochdesk.network.Transport;
import io.epochdesk.settings.Folders;
import io.epochdesk.settings.Settings;
import io.epochdesk.settings.SettingsStore;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Gathers the diagnostics: a text that says what runs here and what went wrong lately.
 *
 * <p>It is written in English whatever language the window speaks, for whoever helps. Settings are
 * told by field, never by copying the file; everything passes the {@link Scrubber} at the end.
 */
public final class Diagnostics {

    private static final int LOG_LINES = 300;
    private static final int FAULTS = 50;
    private static final Pattern COMPLAINT = Pattern.compile("^\\S+ (WARN|ERROR) .*");
    private static final Pattern START = Pattern.compile(".* start: .*");
    private static final List<String> LOGS = List.of("window.log", "headless.log");

    private final Folders folders;
    private final SettingsStore settings;
    private final InstantSource clock;

    /**
     * Diagnostics of the console that keeps its files here.
     *
     * @param clock what time it is
     */
    public Diagnostics(Folders folders, SettingsStore settings, InstantSource clock) {
        this.folders = folders;
        this.settings = settings;
        this.clock = clock;
    }

    /** Gathers them now; reads files, so not on the FX thread. */
    public String gather() {
        StringBuilder all = new StringBuilder();
        all.append("Epoch Desk diagnostics of ").append(clock.instant()).append('\n');
        all.append("Numbers longer than 16 bytes are replaced by # and a checksum.\n");
        section(all, "Versions", versions());
        section(all, "Settings", settings());
        section(all, "Files", files());
        section(all, "This process", process());
        for (String log : LOGS) {
            List<String> lines = lines(folders.log().resolve(log));
            section(all, "Starts in " + log, last(matching(lines, START), FAULTS));
            section(all, "Complaints in " + log, last(matching(lines, COMPLAINT), FAULTS));
            section(all, "End of " + log, last(lines, LOG_LINES));
        }
        return Scrubber.scrub(withoutHome(all.toString()));
    }

    private static List<String> versions() {
        return List.of(
                "console " + ConsoleVersion.read(),
                "java " + Runtime.version() + " of " + System.getProperty("java.vendor"),
                "javafx " + System.getProperty("javafx.runtime.version", "not loaded"),
                "system "
                        + System.getProperty("os.name")
                        + " "
                        + System.getProperty("os.version")
                        + " "
                        + System.getProperty("os.arch"),
                "processors " + Runtime.getRuntime().availableProcessors());
    }

    private List<String> settings() {
        SettingsStore.Loaded loaded = settings.load();
        Settings chosen = loaded.settings();
        List<String> lines = new ArrayList<>();
        if (loaded.fault() != null) {
            lines.add("unreadable: " + loaded.fault().code());
        }
        lines.add("network " + chosen.chosenNetwork());
        lines.add("theme " + chosen.theme());
        lines.add("language " + chosen.language());
        lines.add("time zone " + chosen.timeZone());
        lines.add("data folder " + chosen.dataFolder());
        for (NetworkProfile network : chosen.networks()) {
            lines.add(network.id() + " is " + network.chain().value());
            for (AccessNode node : network.nodes()) {
                lines.add("  " + node.host() + ":" + node.port() + " " + spoken(node.transport()));
            }
        }
        return lines;
    }

    private static String spoken(Transport transport) {
        return switch (transport) {
            case Transport.Plaintext _ -> "in plaintext";
            case Transport.SystemTls _ -> "over TLS";
            case Transport.PinnedTls pinned -> "pinned to " + pinned.networkingKey();
        };
    }

    private List<String> files() {
        List<String> lines = new ArrayList<>();
        for (Path folder :
                Stream.of(folders.config(), folders.data(), folders.log()).distinct().toList()) {
            lines.add(folder.toString());
            try (Stream<Path> all = Files.list(folder)) {
                for (Path each : all.filter(Files::isRegularFile).sorted().toList()) {
                    lines.add("  " + each.getFileName() + " " + Files.size(each) + " bytes");
                }
            } catch (IOException e) {
                lines.add("  " + e.getClass().getSimpleName());
            }
        }
        return lines;
    }

    private static List<String> process() {
        MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        List<String> lines = new ArrayList<>();
        lines.add(
                "up for "
                        + Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime())
                        + ", "
                        + ManagementFactory.getThreadMXBean().getThreadCount()
                        + " threads");
        lines.add(
                "heap " + (heap.getUsed() >> 20) + " of at most " + (heap.getMax() >> 20) + " MiB");
        ManagementFactory.getGarbageCollectorMXBeans()
                .forEach(
                        each ->
                                lines.add(
                                        each.getName()
                                                + " "
                                                + each.getCollectionCount()
                                                + " times, "
                                                + each.getCollectionTime()
                                                + " ms in all"));
        return lines;
    }

    private static List<String> lines(Path log) {
        try {
            // A log may hold bytes that are no text; that must not hide the rest.
            return new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            return List.of("not readable: " + e.getClass().getSimpleName());
        }
    }

    private static List<String> matching(List<String> lines, Pattern pattern) {
        return lines.stream().filter(line -> pattern.matcher(line).matches()).toList();
    }

    private static List<String> last(List<String> lines, int most) {
        return lines.subList(Math.max(0, lines.size() - most), lines.size());
    }

    private static void section(StringBuilder all, String title, List<String> lines) {
        all.append("\n== ").append(title).append(" ==\n");
        lines.forEach(line -> all.append(line).append('\n'));
    }

    /** Paths say who the operator is, and the scrubber would take long ones for keys. */
    private String withoutHome(String text) {
        return Map.of(
                        "~config", folders.config().toString(),
                        "~data", folders.data().toString(),
                        "~log", folders.log().toString())
                .entrySet()
                .stream()
                .sorted((a, b) -> b.getValue().length() - a.getValue().length())
                .reduce(
                        text,
                        (now, each) -> now.replace(each.getValue(), each.getKey()),
                        (_, last) -> last)
                .replace(System.getProperty("user.home"), "~");
    }
}
