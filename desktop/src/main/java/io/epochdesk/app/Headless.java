package io.epochdesk.app;

import io.epochdesk.cli.HeadlessCommands;
import io.epochdesk.cli.HistorySource;
import io.epochdesk.cli.Progress;
import io.epochdesk.cli.Streams;
import io.epochdesk.cli.Surroundings;
import io.epochdesk.cli.VaultAccess;
import io.epochdesk.diagnostics.Diagnostics;
import io.epochdesk.live.ClockPulse;
import io.epochdesk.network.access.GrpcFlowNetwork;
import io.epochdesk.settings.Folders;
import io.epochdesk.settings.SettingsStore;
import io.epochdesk.text.Formats;
import io.epochdesk.text.Words;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Wires the headless commands. */
final class Headless {

    private Headless() {}

    /**
     * Runs a command in this process's own surroundings.
     *
     * @return the exit code
     * @throws IOException when the file of a {@link CommandTour} cannot be read
     */
    static int run(String... arguments) throws IOException {
        Folders folders = Folders.of(System.getenv(), Path.of(System.getProperty("user.home")));
        Logging.forHeadless(folders.log());
        List<String> given = List.of(arguments);
        return CommandTour.meant(given)
                ? CommandTour.run(Path.of(given.getLast()), command -> run(folders, command))
                : run(folders, arguments);
    }

    private static int run(Folders folders, String... arguments) {
        return run(
                folders,
                Streams.standard(),
                Terminal::isStandardError,
                Headless::whenTheProcessEnds,
                arguments);
    }

    private static void whenTheProcessEnds(Runnable last) {
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform().name("command at end").unstarted(last));
    }

    /**
     * Runs a command with these folders and streams.
     *
     * @param watched whether standard error is a terminal
     * @param atEnd given what is to be done when the process ends, also when it is told to
     */
    static int run(
            Folders folders,
            Streams streams,
            BooleanSupplier watched,
            Consumer<Runnable> atEnd,
            String... arguments) {
        Clock clock = Clock.systemUTC();
        SettingsStore store = new SettingsStore(folders.config(), clock);
        SettingsStore.Loaded loaded = store.load();
        Choices choices = Choices.of(loaded.settings());
        Formats formats = new Formats(new Words(choices.locale()), choices.zone());
        Progress progress =
                new Progress(
                        () -> new ClockPulse("progress"),
                        streams.err(),
                        watched,
                        formats.words(),
                        clock);
        // Ctrl-C ends the process from outside; the prompt shall not stand behind half a line.
        atEnd.accept(progress::clear);
        return new HeadlessCommands(
                        new Surroundings(
                                () -> loaded,
                                new LiveBoards(choices.dataFolder(folders), clock),
                                GrpcFlowNetwork::open,
                                () -> new ClockPulse("status watch"),
                                clock,
                                formats,
                                streams,
                                VaultAccess.of(choices.dataFolder(folders)),
                                HistorySource.in(choices.dataFolder(folders), clock),
                                new LiveFleets(choices.dataFolder(folders), clock),
                                progress),
                        new UntilToldToEnd())
                .diagnosing(new Diagnostics(folders, store, clock), streams)
                .run(arguments);
    }
}
