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
import java.util.concurrent.CompletableFuture;
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
        // Neither needs the other, and each takes longer than most commands.
        CompletableFuture<Void> logging =
                CompletableFuture.runAsync(() -> Logging.forHeadless(folders.log()));
        SettingsStore.Loaded settings = settings(folders).load();
        logging.join();
        List<String> given = List.of(arguments);
        return CommandTour.meant(given)
                ? CommandTour.run(
                        Path.of(given.getLast()), command -> run(folders, settings, command))
                : run(folders, settings, arguments);
    }

    private static int run(Folders folders, SettingsStore.Loaded settings, String... arguments) {
        return run(
                folders,
                settings,
                Streams.standard(),
                Terminal::isStandardError,
                Headless::whenTheProcessEnds,
                arguments);
    }

    /** Where the settings of these folders are kept. */
    static SettingsStore settings(Folders folders) {
        return new SettingsStore(folders.config(), Clock.systemUTC());
    }

    private static void whenTheProcessEnds(Runnable last) {
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform().name("command at end").unstarted(last));
    }

    /**
     * Runs a command with these folders, settings and streams.
     *
     * @param watched whether standard error is a terminal
     * @param atEnd given what is to be done when the process ends, also when it is told to
     */
    static int run(
            Folders folders,
            SettingsStore.Loaded settings,
            Streams streams,
            BooleanSupplier watched,
            Consumer<Runnable> atEnd,
            String... arguments) {
        Clock clock = Clock.systemUTC();
        Choices choices = Choices.of(settings.settings());
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
                                () -> settings,
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
                .diagnosing(new Diagnostics(folders, settings(folders), clock), streams)
                .run(arguments);
    }
}
