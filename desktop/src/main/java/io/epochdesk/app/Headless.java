package io.epochdesk.app;

import io.epochdesk.cli.HeadlessCommands;
import io.epochdesk.cli.HistorySource;
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

import java.nio.file.Path;
import java.time.Clock;

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
        SettingsStore store = new SettingsStore(folders.config(), clock);
        SettingsStore.Loaded loaded = store.load();
        Choices choices = Choices.of(loaded.settings());
        return new HeadlessCommands(
                        new Surroundings(
                                () -> loaded,
                                new LiveBoards(choices.dataFolder(folders), clock),
                                GrpcFlowNetwork::open,
                                () -> new ClockPulse("status watch"),
                                clock,
                                new Formats(new Words(choices.locale()), choices.zone()),
                                streams,
                                VaultAccess.of(choices.dataFolder(folders)),
                                HistorySource.in(choices.dataFolder(folders), clock),
                                new LiveFleets(choices.dataFolder(folders), clock)),
                        new UntilToldToEnd())
                .diagnosing(new Diagnostics(folders, store, clock), streams)
                .run(arguments);
    }
}
