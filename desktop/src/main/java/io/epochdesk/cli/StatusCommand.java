package io.epochdesk.cli;

import io.epochdesk.board.Board;
import io.epochdesk.board.BoardSnapshot;
import io.epochdesk.fleet.Fleet;
import io.epochdesk.fleet.FleetSnapshot;
import io.epochdesk.network.NetworkProfile;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.time.Duration;
import java.util.concurrent.Callable;

/** {@code status}: the board's snapshot, once or again and again. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        versionProvider = RootCommand.Version.class,
        resourceBundle = "io.epochdesk.text.cli")
final class StatusCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Spec private @Nullable CommandSpec spec;

    @Mixin private NetworkOptions common = new NetworkOptions();

    @Option(names = "--mine")
    private boolean mine;

    @Option(names = "--watch")
    private boolean watch;

    @Option(names = "--interval", paramLabel = "SECONDS", defaultValue = "60")
    private int interval;

    @Option(names = "--timeout", paramLabel = "SECONDS", defaultValue = "30")
    private int timeout;

    StatusCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    boolean json() {
        return common.json();
    }

    @Override
    public Integer call() throws InterruptedException {
        between("--interval", interval, 1, 86_400);
        between("--timeout", timeout, 1, 3_600);
        NetworkProfile network = common.profile(surroundings.settings().get());
        StatusPrinter printer =
                new StatusPrinter(surroundings, network, mine, common.json(), watch);
        Duration limit = Duration.ofSeconds(timeout);
        try (Board board = surroundings.boards().open(network);
                Board.Hold _ = board.hold(Board.Interest.values());
                FirstSnapshot wait = new FirstSnapshot(board, limit);
                Progress.Wait progress = progress(board, network)) {
            wait.awaitIdentity();
            // nodes are examined while the rest of the board is read
            try (Fleet fleet = surroundings.fleets().known(board).orElse(null)) {
                BoardSnapshot begun = wait.awaitEpoch();
                progress.aside(() -> printer.head(begun));
                BoardSnapshot first = wait.await();
                FleetSnapshot nodes = null;
                if (fleet != null) {
                    progress.now(() -> examining(fleet.snapshot().current()));
                    nodes = FirstFleet.of(fleet, limit);
                }
                progress.done();
                return told(board, fleet, printer, first, nodes).code();
            }
        }
    }

    private Progress.Wait progress(Board board, NetworkProfile network) {
        return surroundings
                .progress()
                .begin(
                        () ->
                                BoardWait.of(
                                        surroundings.formats().words(),
                                        network,
                                        board.snapshot().current()));
    }

    private String examining(FleetSnapshot fleet) {
        return surroundings
                .formats()
                .words()
                .say(
                        "cli.wait.nodes",
                        "done",
                        fleet.nodes().stream().filter(node -> node.examination() != null).count(),
                        "all",
                        fleet.nodes().size());
    }

    private ExitCode told(
            Board board,
            @Nullable Fleet fleet,
            StatusPrinter printer,
            BoardSnapshot first,
            @Nullable FleetSnapshot nodes)
            throws InterruptedException {
        ExitCode code = printer.print(first, nodes);
        if (!watch) {
            return code;
        }
        return new StatusWatch(
                        board,
                        fleet,
                        printer,
                        surroundings.clock(),
                        Duration.ofSeconds(interval),
                        new StatusWatch.First(first, nodes, code))
                .follow(surroundings.pulses().get());
    }

    private void between(String option, int value, int least, int most) {
        if (spec != null && (value < least || value > most)) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(),
                    surroundings
                            .formats()
                            .words()
                            .say(
                                    "cli.range",
                                    "option",
                                    option,
                                    "value",
                                    value,
                                    "least",
                                    least,
                                    "most",
                                    most));
        }
    }
}
