package io.epochdesk.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.epochdesk.board.BoardSnapshot;
import io.epochdesk.board.LiveBoard;
import io.epochdesk.board.StillBoard;
import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.doctor.NodeUnderCare;
import io.epochdesk.doctor.Verdict;
import io.epochdesk.fault.FaultException;
import io.epochdesk.fleet.Need.Kind;
import io.epochdesk.history.Observations.Balance;
import io.epochdesk.history.OwnNode;
import io.epochdesk.live.ClockPulse;
import io.epochdesk.network.FlowNetwork;
import io.epochdesk.network.access.GrpcFlowNetwork;
import io.epochdesk.parallel.BesideOthers;
import io.epochdesk.rehearsal.PracticeFolder;
import io.epochdesk.rehearsal.Rehearsal;
import io.epochdesk.rehearsal.RehearsalOptions;
import io.epochdesk.rehearsal.RehearsalPhase;
import io.epochdesk.rehearsal.model.Genesis;
import io.epochdesk.staking.NodeRole;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.Supplier;

/** Own nodes on rehearsals, read over their Access API. */
@BesideOthers
final class LiveFleetTest {

    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir Path data;

    /** A rehearsal with everything that watches it; closed in the right order. */
    private static final class Watched implements AutoCloseable {

        final Rehearsal rehearsal;
        final FlowNetwork network;
        final Counted counted;
        final LiveBoard board;
        final LiveFleet fleet;

        Watched(RehearsalOptions options, Path folder) throws IOException {
            rehearsal = Rehearsal.start(options);
            network = GrpcFlowNetwork.open(rehearsal.profile());
            counted = new Counted(network);
            board =
                    new LiveBoard(
                            counted.network(),
                            new ClockPulse("looks"),
                            new ClockPulse("errands"),
                            InstantSource.system(),
                            folder.resolve("whiteboards"));
            fleet =
                    new LiveFleet(
                            board,
                            new LiveFleet.Place(folder, InstantSource.system()),
                            Watched::care,
                            this::given,
                            new ClockPulse("fleet"),
                            new ClockPulse("rounds"));
        }

        private static KeyFinder.Care care(OwnNode node) {
            FlowAddress staking =
                    node.stakingAccount() == null ? null : FlowAddress.of(node.stakingAccount());
            FlowAddress machine =
                    node.machineAccount() == null ? null : FlowAddress.of(node.machineAccount());
            return KeyFinder.Care.of(
                    NodeUnderCare.of(node.nodeId()).onAccount(machine).stakedBy(staking));
        }

        private List<OwnNode> given() {
            return rehearsal.ownNode().stream()
                    .map(PracticeFolder::nodeId)
                    .map(
                            id ->
                                    new OwnNode(
                                            id,
                                            "mine",
                                            OptionalInt.of(1),
                                            null,
                                            null,
                                            rehearsal.operator().hex(),
                                            Instant.EPOCH))
                    .toList();
        }

        FleetNode only() {
            return fleet.snapshot().current().nodes().getFirst();
        }

        boolean has(Kind kind) {
            return fleet.snapshot().current().needs().stream()
                    .anyMatch(need -> need.kind() == kind);
        }

        @Override
        public void close() {
            fleet.close();
            board.close();
            network.close();
            rehearsal.close();
        }
    }

    @Test
    void aNodeThatIsMissingIsLateAndAnUnfitOneSaysWhy() throws IOException {
        RehearsalOptions options = RehearsalOptions.usual().playing("own-node-missing").at(60);
        List<String> told = new ArrayList<>();
        try (Watched missing = new Watched(options, data);
                Herald _ =
                        new Herald(
                                missing.fleet,
                                each ->
                                        told.add(
                                                (each.resolved() ? "over " : "")
                                                        + each.need().kind()),
                                InstantSource.system())) {
            await().atMost(LONG).until(() -> missing.fleet.snapshot().current().listed());
            assertThat(missing.only().label()).isEqualTo("mine");
            await().atMost(LONG).until(() -> missing.only().balance().isPresent());
            assertThat(missing.only().role()).contains(NodeRole.COLLECTION);
            assertThat(missing.only().standing().orElseThrow().staked()).isTrue();
            assertThat(missing.only().verdict())
                    .as("nobody showed its key")
                    .isEqualTo(Verdict.UNKNOWN);

            missing.rehearsal.controls().jump(RehearsalPhase.DKG_PHASE_2);
            await().atMost(LONG).until(() -> missing.has(Kind.VOTE_LATE));
            assertThat(missing.only().cluster()).isPresent();
            await().atMost(LONG).until(() -> told.contains("VOTE_LATE"));

            missing.rehearsal.controls().restart("out-of-funds", 3);
            await().atMost(LONG)
                    .until(
                            () ->
                                    missing.fleet.snapshot().current().nodes().size() == 1
                                            && missing.only().verdict() == Verdict.UNFIT);
            assertThat(missing.only().balance().orElseThrow()).isEqualByComparingTo("0.3");
            assertThat(missing.only().balances()).isNotEmpty();
            await().atMost(LONG).until(() -> told.contains("UNFIT"));
            assertThat(missing.has(Kind.VOTE_LATE)).as("another chain").isFalse();
        }
        try (var files = Files.list(data.resolve("history"))) {
            assertThat(files.map(path -> path.getFileName().toString()))
                    .as("a history for each root block")
                    .filteredOn(name -> name.endsWith(".db"))
                    .hasSize(2);
        }
    }

    @Test
    void noNodeIsKeptBeforeItIsKnownOfWhichNetwork() {
        try (LiveFleet fleet =
                new LiveFleet(
                        new StillBoard(BoardSnapshot.empty()),
                        new LiveFleet.Place(data, InstantSource.system()),
                        Watched::care,
                        List::of,
                        new ClockPulse("fleet"),
                        new ClockPulse("rounds"))) {
            assertThat(code(() -> fleet.add(List.of()))).isEqualTo("FLT-105");
        }
        assertThat(data).isEmptyDirectory();
    }

    @Test
    void nodesAreFoundByIdAndAccountAndKeptAcrossRestarts() throws IOException {
        RehearsalOptions options = RehearsalOptions.usual().playing("happy-path");
        String first;
        FlowAddress machine;
        try (Watched watched = new Watched(options, data)) {
            await().atMost(LONG).until(() -> watched.fleet.snapshot().current().listed());
            assertThat(watched.fleet.snapshot().current().nodes()).isEmpty();

            Found staking = watched.fleet.find(Genesis.operatorAddress(1).toString());
            assertThat(staking.by()).isEqualTo(Found.By.STAKING_ACCOUNT);
            watched.fleet.add(staking.nodes());
            await().atMost(LONG)
                    .until(
                            () ->
                                    watched.fleet.snapshot().current().nodes().stream()
                                            .anyMatch(node -> node.machineAccount().isPresent()));
            FleetNode node =
                    watched.fleet.snapshot().current().nodes().stream()
                            .filter(each -> each.machineAccount().isPresent())
                            .findFirst()
                            .orElseThrow();
            first = node.nodeId();
            machine = node.machineAccount().orElseThrow();

            Found byMachine =
                    watched.fleet.find(
                            "  " + machine.toString().toUpperCase(Locale.ROOT).replace("0X", "0x"));
            assertThat(byMachine.by()).isEqualTo(Found.By.MACHINE_ACCOUNT);
            assertThat(byMachine.nodes()).extracting(OwnNode::nodeId).containsExactly(first);
            Found byId = watched.fleet.find(first);
            assertThat(byId.by()).isEqualTo(Found.By.NODE_ID);
            assertThat(watched.fleet.find("ab".repeat(32)).by())
                    .isEqualTo(Found.By.UNREGISTERED_ID);

            assertThat(code(() -> watched.fleet.find("not an ID"))).isEqualTo("FLT-101");
            assertThat(code(() -> watched.fleet.find("0x0123456789abcdef"))).isEqualTo("FLT-102");
            assertThat(code(() -> watched.fleet.find(watched.rehearsal.operator().toString())))
                    .isEqualTo("FLT-103");

            Path folder = data.resolve("node");
            watched.rehearsal.practiceFolders().getFirst().write(folder);
            Found inFolder = watched.fleet.look(folder);
            assertThat(inFolder.by()).isEqualTo(Found.By.BOOTSTRAP_FOLDER);
            assertThat(inFolder.nodes())
                    .singleElement()
                    .satisfies(
                            own -> {
                                assertThat(own.role()).hasValue(1);
                                assertThat(own.bootstrapFolder()).isEqualTo(folder.toString());
                            });

            watched.fleet.rename(first, "berlin-2");
            await().atMost(LONG).until(() -> labels(watched).contains("berlin-2"));
            String other =
                    staking.nodes().stream()
                            .map(OwnNode::nodeId)
                            .filter(id -> !id.equals(first))
                            .findFirst()
                            .orElseThrow();
            watched.fleet.remove(other);
            await().atMost(LONG)
                    .until(
                            () ->
                                    watched.fleet.snapshot().current().nodes().stream()
                                            .noneMatch(each -> each.nodeId().equals(other)));
        }

        try (Watched again = new Watched(options, data)) {
            await().atMost(LONG).until(() -> again.fleet.snapshot().current().listed());
            assertThat(labels(again)).contains("berlin-2");
            await().atMost(LONG)
                    .until(
                            () ->
                                    again.fleet.snapshot().current().nodes().stream()
                                            .filter(each -> each.nodeId().equals(first))
                                            .anyMatch(each -> !each.balances().isEmpty()));
            List<Balance> seen = again.fleet.balances(machine.hex(), Instant.EPOCH);
            assertThat(seen).isNotEmpty();
        }
    }

    @Test
    void fiftyNodesAreExaminedWithinTheBudget() throws IOException {
        RehearsalOptions options = RehearsalOptions.usual().playing("mainnet-sized").at(1);
        try (Watched watched = new Watched(options, data)) {
            await().atMost(LONG).until(() -> watched.fleet.snapshot().current().listed());
            List<OwnNode> fifty = new ArrayList<>();
            for (int operator = 1; fifty.size() < 50; operator++) {
                watched.fleet.find(Genesis.operatorAddress(operator).toString()).nodes().stream()
                        .filter(node -> node.role().orElse(0) <= 2)
                        .limit(50 - fifty.size())
                        .forEach(fifty::add);
            }
            watched.board.close();
            watched.counted.forget();

            watched.fleet.add(fifty);
            Supplier<Long> known =
                    () ->
                            watched.fleet.snapshot().current().nodes().stream()
                                    .filter(node -> node.balance().isPresent())
                                    .count();
            await().atMost(LONG).until(() -> known.get() == 50);

            // A public host lets the console run 0.02 scripts and make 2 other calls a second in
            // the auction beside the board's poller; a round comes every five minutes.
            assertThat(watched.counted.scripts()).as("scripts").isLessThanOrEqualTo(6);
            assertThat(watched.counted.accounts()).as("accounts").isEqualTo(50);
            assertThat(watched.counted.headers()).as("headers").isLessThanOrEqualTo(12);
        }
    }

    private static List<String> labels(Watched watched) {
        return watched.fleet.snapshot().current().nodes().stream().map(FleetNode::label).toList();
    }

    private static String code(Runnable act) {
        try {
            act.run();
            return "";
        } catch (FaultException e) {
            return e.fault().code();
        }
    }
}
