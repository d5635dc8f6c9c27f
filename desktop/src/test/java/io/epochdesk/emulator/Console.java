package io.epochdesk.emulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.epochdesk.board.Board;
import io.epochdesk.board.BoardSnapshot;
import io.epochdesk.board.LiveBoard;
import io.epochdesk.cli.FleetSource;
import io.epochdesk.cli.HeadlessCommands;
import io.epochdesk.cli.HistorySource;
import io.epochdesk.cli.Streams;
import io.epochdesk.cli.Surroundings;
import io.epochdesk.cli.Unwatched;
import io.epochdesk.cli.VaultAccess;
import io.epochdesk.live.ClockPulse;
import io.epochdesk.live.LatestValue;
import io.epochdesk.live.Part;
import io.epochdesk.network.FlowNetwork;
import io.epochdesk.network.NetworkProfile;
import io.epochdesk.network.NetworkProfiles;
import io.epochdesk.network.access.GrpcFlowNetwork;
import io.epochdesk.settings.Settings;
import io.epochdesk.settings.SettingsStore;
import io.epochdesk.text.Formats;
import io.epochdesk.text.Words;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The console under test: the real network client and the real live board, wired as the program
 * wires them.
 */
final class Console implements Board {

    private static final Duration CATCH_UP = Duration.ofSeconds(30);

    private final FlowNetwork network;
    private final LiveBoard board;

    private Console(FlowNetwork network, LiveBoard board) {
        this.network = network;
        this.board = board;
    }

    /** Opens one on a network. */
    static Console open(NetworkProfile profile, Path folder) {
        FlowNetwork network = GrpcFlowNetwork.open(profile);
        return new Console(
                network,
                new LiveBoard(
                        network,
                        new ClockPulse("looks"),
                        new ClockPulse("errands"),
                        Clock.systemUTC(),
                        folder));
    }

    /** Opens one on an emulator, wanting everything. */
    static Console watching(EmulatorProcess emulator, Path folder) {
        Console console =
                open(
                        NetworkProfiles.through(NetworkProfiles.emulator(), emulator.address()),
                        folder);
        console.hold(Interest.values());
        return console;
    }

    /**
     * The snapshot in which every part has come to the block the contracts were asked at, or the
     * newest one when none does.
     */
    BoardSnapshot caughtUpWith(ContractTruth truth) {
        refresh();
        try {
            Awaitility.await()
                    .atMost(CATCH_UP)
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> isAt(snapshot().current(), truth.height()));
        } catch (ConditionTimeoutException e) {
            // the judge says what is behind, and why
        }
        return snapshot().current();
    }

    private static boolean isAt(BoardSnapshot board, long height) {
        return Stream.<Part<?>>of(
                        board.epoch(),
                        board.deadlines(),
                        board.outlook(),
                        board.voting(),
                        board.dkg(),
                        board.whiteboard(),
                        board.matrix())
                .allMatch(
                        part ->
                                part.reading()
                                        .filter(reading -> reading.provenance().height() >= height)
                                        .isPresent());
    }

    /** What {@code status --json} answers, and the exit code. */
    record Status(int exitCode, JsonNode document) {}

    /** Runs the headless command in this process, on a board of its own. */
    static Status status(EmulatorProcess emulator, Path folder) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        HeadlessCommands commands =
                new HeadlessCommands(
                        new Surroundings(
                                () -> new SettingsStore.Loaded(Settings.defaults(), null),
                                profile -> open(profile, folder),
                                GrpcFlowNetwork::open,
                                () -> new ClockPulse("status"),
                                Clock.systemUTC(),
                                new Formats(new Words(Locale.ENGLISH), ZoneOffset.UTC),
                                new Streams(new PrintWriter(out), new PrintWriter(err)),
                                VaultAccess.of(folder),
                                HistorySource.in(folder, Clock.systemUTC()),
                                FleetSource.NONE,
                                Unwatched.progress()),
                        (_, _) -> {});
        int code =
                commands.run(
                        "status",
                        "--network",
                        "emulator",
                        "--access",
                        emulator.address(),
                        "--json");
        try {
            return new Status(code, new ObjectMapper().readTree(out.toString()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("status printed no JSON: " + out + err, e);
        }
    }

    @Override
    public FlowNetwork network() {
        return network;
    }

    @Override
    public LatestValue<BoardSnapshot> snapshot() {
        return board.snapshot();
    }

    @Override
    public Hold hold(Interest... interests) {
        return board.hold(interests);
    }

    @Override
    public void refresh() {
        board.refresh();
    }

    @Override
    public void close() {
        board.close();
        network.close();
    }
}
