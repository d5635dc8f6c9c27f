package io.epochdesk.cli;

import io.epochdesk.board.Board;
import io.epochdesk.fault.FaultException;
import io.epochdesk.fault.FleetFault;
import io.epochdesk.fleet.Fleet;
import io.epochdesk.fleet.FleetNode;
import io.epochdesk.fleet.FleetSnapshot;
import io.epochdesk.history.OwnNode;
import io.epochdesk.live.LatestValue;
import io.epochdesk.network.NetworkProfile;
import io.epochdesk.text.Words;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** {@code nodes}: which nodes are the operator's. */
@Command(
        name = "nodes",
        mixinStandardHelpOptions = true,
        versionProvider = RootCommand.Version.class,
        resourceBundle = "io.epochdesk.text.cli",
        synopsisSubcommandLabel = "COMMAND")
final class NodesCommand implements Runnable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Spec private @Nullable CommandSpec spec;

    private NodesCommand() {}

    @Override
    public void run() {
        if (spec != null) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), spec.resourceBundle().getString("missingCommand"));
        }
    }

    /** The command with its subcommands. */
    static CommandLine of(Surroundings surroundings) {
        return new CommandLine(new NodesCommand())
                .addSubcommand("list", new ListNodes(surroundings))
                .addSubcommand("add", new Add(surroundings))
                .addSubcommand("rename", new Rename(surroundings))
                .addSubcommand("remove", new Remove(surroundings));
    }

    /**
     * What is printed with {@code --json}.
     *
     * @param nodes the nodes a command concerned
     */
    record Document(List<Item> nodes) {

        /** One of them. */
        record Item(
                String nodeId,
                String name,
                @Nullable String machineAccount,
                @Nullable String stakingAccount,
                @Nullable String bootstrapFolder) {

            static Item of(OwnNode node) {
                return new Item(
                        node.nodeId(),
                        node.label(),
                        node.machineAccount(),
                        node.stakingAccount(),
                        node.bootstrapFolder());
            }
        }
    }

    /** What is done with the nodes of the chosen network, once they are listed. */
    private abstract static class OnFleet implements Callable<Integer> {

        final Surroundings surroundings;

        @Mixin private NetworkOptions common = new NetworkOptions();

        OnFleet(Surroundings surroundings) {
            this.surroundings = surroundings;
        }

        /** Refuses, before anybody is asked, what cannot be done. */
        void check() {}

        /** Does it and answers the nodes it concerned. */
        abstract List<OwnNode> act(Fleet fleet);

        @Override
        public final Integer call() throws InterruptedException {
            check();
            NetworkProfile network = common.profile(surroundings.settings().get());
            Words words = surroundings.formats().words();
            try (Board board = surroundings.boards().open(network);
                    Board.Hold _ = board.hold();
                    Fleet fleet = surroundings.fleets().open(board);
                    Progress.Wait wait =
                            surroundings
                                    .progress()
                                    .begin(() -> BoardWait.connecting(words, network))) {
                FleetSnapshot listed = listed(fleet);
                if (listed.trouble() != null) {
                    throw new FaultException(listed.trouble());
                }
                if (!listed.listed()) {
                    throw FleetFault.of(FleetFault.Kind.NO_NETWORK_YET, "");
                }
                wait.now(() -> words.say("cli.wait.asking"));
                List<OwnNode> concerned = act(fleet);
                wait.done();
                print(concerned);
                return ExitCode.FINE.code();
            }
        }

        /** The node of this ID, the beginning of one, or this name. */
        static OwnNode node(Fleet fleet, String wanted) {
            List<OwnNode> found =
                    fleet.snapshot().current().nodes().stream()
                            .map(FleetNode::own)
                            .filter(node -> isMeant(node, wanted))
                            .toList();
            if (found.size() != 1) {
                throw FleetFault.of(FleetFault.Kind.NO_SUCH_NODE, "", "name", wanted);
            }
            return found.getFirst();
        }

        private static boolean isMeant(OwnNode node, String wanted) {
            return node.label().equals(wanted)
                    || (wanted.length() >= 8
                            && node.nodeId().startsWith(wanted.toLowerCase(Locale.ROOT)));
        }

        private static FleetSnapshot listed(Fleet fleet) throws InterruptedException {
            CountDownLatch told = new CountDownLatch(1);
            LatestValue.Subscription subscription =
                    fleet.snapshot()
                            .subscribe(
                                    snapshot -> {
                                        if (snapshot.listed() || snapshot.trouble() != null) {
                                            told.countDown();
                                        }
                                    });
            try (subscription) {
                boolean _ = told.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
                return fleet.snapshot().current();
            }
        }

        private void print(List<OwnNode> nodes) {
            PrintWriter out = surroundings.streams().out();
            if (common.json()) {
                out.println(
                        StatusJson.pretty(
                                new Document(nodes.stream().map(Document.Item::of).toList())));
            } else {
                nodes.forEach(node -> out.println(node.nodeId() + "  " + node.label()));
            }
            out.flush();
        }
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            resourceBundle = "io.epochdesk.text.cli")
    private static final class ListNodes extends OnFleet {

        ListNodes(Surroundings surroundings) {
            super(surroundings);
        }

        @Override
        List<OwnNode> act(Fleet fleet) {
            return fleet.snapshot().current().nodes().stream().map(FleetNode::own).toList();
        }
    }

    @Command(
            name = "add",
            mixinStandardHelpOptions = true,
            resourceBundle = "io.epochdesk.text.cli")
    private static final class Add extends OnFleet {

        @Parameters(paramLabel = "ID|ADDRESS", arity = "0..*", descriptionKey = "nodes")
        private List<String> texts = new ArrayList<>();

        @Option(names = "--bootstrap", paramLabel = "DIR")
        private List<Path> folders = new ArrayList<>();

        @Option(names = "--name", paramLabel = "NAME")
        private @Nullable String name;

        @Spec private @Nullable CommandSpec spec;

        Add(Surroundings surroundings) {
            super(surroundings);
        }

        @Override
        void check() {
            usable(!texts.isEmpty() || !folders.isEmpty(), "cli.nothingToAdd");
        }

        @Override
        List<OwnNode> act(Fleet fleet) {
            List<OwnNode> nodes = new ArrayList<>();
            texts.forEach(text -> nodes.addAll(fleet.find(text).nodes()));
            folders.forEach(folder -> nodes.addAll(fleet.look(folder).nodes()));
            String label = name;
            if (label == null) {
                fleet.add(nodes);
                return nodes;
            }
            usable(nodes.size() == 1, "cli.oneName", "count", nodes.size());
            List<OwnNode> named = List.of(nodes.getFirst().called(label));
            fleet.add(named);
            return named;
        }

        private void usable(boolean holds, String key, Object... facts) {
            if (!holds && spec != null) {
                throw new CommandLine.ParameterException(
                        spec.commandLine(), surroundings.formats().words().say(key, facts));
            }
        }
    }

    @Command(
            name = "rename",
            mixinStandardHelpOptions = true,
            resourceBundle = "io.epochdesk.text.cli")
    private static final class Rename extends OnFleet {

        @Parameters(index = "0", paramLabel = "NODE")
        private String node = "";

        @Parameters(index = "1", paramLabel = "NAME")
        private String name = "";

        Rename(Surroundings surroundings) {
            super(surroundings);
        }

        @Override
        List<OwnNode> act(Fleet fleet) {
            OwnNode found = node(fleet, node);
            fleet.rename(found.nodeId(), name);
            return List.of(found.called(name));
        }
    }

    @Command(
            name = "remove",
            mixinStandardHelpOptions = true,
            resourceBundle = "io.epochdesk.text.cli")
    private static final class Remove extends OnFleet {

        @Parameters(paramLabel = "NODE", arity = "1..*")
        private List<String> nodes = new ArrayList<>();

        Remove(Surroundings surroundings) {
            super(surroundings);
        }

        @Override
        List<OwnNode> act(Fleet fleet) {
            List<OwnNode> found = nodes.stream().map(each -> node(fleet, each)).toList();
            found.forEach(each -> fleet.remove(each.nodeId()));
            return found;
        }
    }
}
