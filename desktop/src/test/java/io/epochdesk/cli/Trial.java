package io.epochdesk.cli;

import io.epochdesk.board.Board;
import io.epochdesk.board.BoardSnapshot;
import io.epochdesk.board.SampleBoards;
import io.epochdesk.dkg.Whiteboard;
import io.epochdesk.live.HandCrankedPulse;
import io.epochdesk.live.LatestValue;
import io.epochdesk.live.Part;
import io.epochdesk.live.Reading;
import io.epochdesk.network.FakeNetwork;
import io.epochdesk.network.FlowNetwork;
import io.epochdesk.network.NetworkProfile;
import io.epochdesk.settings.Settings;
import io.epochdesk.settings.SettingsStore;
import io.epochdesk.text.Formats;
import io.epochdesk.text.Words;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A command line in memory: a board the test sets, a clock and a pulse the test turns. */
final class Trial implements BoardSource {

    final LatestValue<BoardSnapshot> board;
    final FakeNetwork network = new FakeNetwork();
    final List<NetworkProfile> opened = new ArrayList<>();
    final HandCrankedPulse pulse = new HandCrankedPulse();
    Instant now = SampleBoards.NOW;
    SettingsStore.Loaded settings = new SettingsStore.Loaded(Settings.defaults(), null);
    BoardSource source = this;
    NetworkSource networks =
            network -> {
                throw new UnsupportedOperationException("no network here");
            };
    VaultAccess vault = VaultAccess.of(Path.of("no such folder"));
    RehearsalHost rehearsals = (_, _) -> {};
    HistorySource histories =
            _ -> {
                throw new AssertionError("no history was laid");
            };
    FleetSource fleets = FleetSource.NONE;
    boolean closed;
    boolean released;

    boolean watched;
    final HandCrankedPulse progress = new HandCrankedPulse();

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    Trial(BoardSnapshot snapshot) {
        board = new LatestValue<>(whole(snapshot));
    }

    /** The snapshot with its whiteboard known up to the height of everything else. */
    static BoardSnapshot whole(BoardSnapshot board) {
        if (!board.isWhiteboardCurrent() || board.dkg().last() == null) {
            return board;
        }
        long newest = board.dkg().last().provenance().height();
        long known = board.whiteboard().value().orElseThrow().completeTo();
        return knownTo(board, Math.max(known, newest));
    }

    /** The snapshot with its whiteboard known up to a height. */
    static BoardSnapshot knownTo(BoardSnapshot board, long height) {
        Whiteboard known = board.whiteboard().value().orElseThrow();
        Whiteboard changed =
                new Whiteboard(
                        known.counter(),
                        known.instanceId(),
                        known.startHeight(),
                        known.provedFrom(),
                        height,
                        known.entries(),
                        known.tally(),
                        known.contents(),
                        known.announced());
        return new BoardSnapshot(
                board.connection(),
                board.epoch(),
                board.deadlines(),
                board.outlook(),
                board.voting(),
                board.dkg(),
                new Part<>(
                        new Reading<>(changed, board.dkg().reading().orElseThrow().provenance()),
                        board.whiteboard().trouble(),
                        board.whiteboard().troubleSince()),
                board.matrix(),
                board.attention(),
                board.review(),
                board.reviewPending());
    }

    int run(String... arguments) {
        return new HeadlessCommands(surroundings(), rehearsals).run(arguments);
    }

    String out() {
        return out.toString();
    }

    String err() {
        return err.toString();
    }

    Surroundings surroundings() {
        Words words = new Words(Locale.ENGLISH);
        PrintWriter errors = new PrintWriter(err);
        return new Surroundings(
                () -> settings,
                network -> source.open(network),
                network -> networks.open(network),
                () -> pulse,
                clock(),
                new Formats(words, ZoneOffset.UTC),
                new Streams(new PrintWriter(out), errors),
                vault,
                histories,
                fleets,
                new Progress(() -> progress, errors, () -> watched, words, clock()));
    }

    @Override
    public Board open(NetworkProfile network) {
        opened.add(network);
        return new Board() {
            @Override
            public FlowNetwork network() {
                return Trial.this.network;
            }

            @Override
            public LatestValue<BoardSnapshot> snapshot() {
                return board;
            }

            @Override
            public Hold hold(Interest... interests) {
                return () -> released = true;
            }

            @Override
            public void refresh() {
                // the test publishes
            }

            @Override
            public void close() {
                closed = true;
            }
        };
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
    }
}
