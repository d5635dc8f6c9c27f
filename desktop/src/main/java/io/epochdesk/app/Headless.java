package io.epochdesk.app;

import io.epochdesk.cli.HeadlessCommands;
import io.epochdesk.cli.Streams;
import io.epochdesk.cli.Surroundings;
import io.epochdesk.live.ClockPulse;
import io.epochdesk.settings.Folders;
import io.epochdesk.settings.Settings;
import io.epochdesk.settings.SettingsStore;
import io.epochdesk.text.Formats;
import io.epochdesk.text.Words;

import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;

/** Wires the headless commands. */
final class Headless {

    private Headless() {}

    /**
     * Runs a command in this process's own surroundings.
     *
     * @return the exit code
     */
    static int run(String... arguments) {
        Folders folders = Folders.of(System.getenv(), Path.of(System.getProperty("user.home")));
        Logging.forHeadless(folders.log());
        return run(folders, Streams.standard(), arguments);
    }

    /** Runs a command with these folders and streams. */
    static int run(Folders folders, Streams streams, String... arguments) {
        Clock clock = Clock.systemUTC();
        SettingsStore.Loaded loaded = new SettingsStore(folders.config(), clock).load();
        Settings settings = loaded.settings();
        Path data =
                settings.dataFolder().isBlank() ? folders.data() : Path.of(settings.dataFolder());
        return new HeadlessCommands(
                        new Surroundings(
                                () -> loaded,
                                new LiveBoards(data, clock),
                                () -> new ClockPulse("status watch"),
                                clock,
                                new Formats(new Words(locale(settings)), zone(settings)),
                                streams))
                .run(arguments);
    }

    private static Locale locale(Settings settings) {
        return settings.language().isBlank()
                ? Locale.getDefault()
                : Locale.forLanguageTag(settings.language());
    }

    private static ZoneId zone(Settings settings) {
        try {
            return settings.timeZone().isBlank()
                    ? ZoneId.systemDefault()
                    : ZoneId.of(settings.timeZone());
        } catch (DateTimeException e) {
            return ZoneId.systemDefault();
        }
    }
}
