package io.epochdesk.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.cli.ExitCode;
import io.epochdesk.cli.HeadlessCommands;
import io.epochdesk.cli.HistorySource;
import io.epochdesk.cli.Streams;
import io.epochdesk.cli.Surroundings;
import io.epochdesk.cli.Unwatched;
import io.epochdesk.cli.VaultAccess;
import io.epochdesk.history.HistoryStore;
import io.epochdesk.live.ClockPulse;
import io.epochdesk.network.FlowNetwork;
import io.epochdesk.network.NetworkProfile;
import io.epochdesk.network.access.GrpcFlowNetwork;
import io.epochdesk.parallel.BesideOthers;
import io.epochdesk.rehearsal.Rehearsal;
import io.epochdesk.rehearsal.RehearsalOptions;
import io.epochdesk.rehearsal.model.Genesis;
import io.epochdesk.settings.Settings;
import io.epochdesk.settings.SettingsStore;
import io.epochdesk.text.Formats;
import io.epochdesk.text.Words;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Objects;

/** The console's own client, board and {@code status} read a rehearsal as any other network. */
@BesideOthers
final class RehearsalStatusTest {

    @TempDir private Path folder;

    @Test
    void statusTellsOfARunningRehearsal() throws IOException {
        try (Rehearsal rehearsal = Rehearsal.start(RehearsalOptions.usual())) {
            JsonNode status = status(rehearsal);
            assertThat(status.at("/network/identity/chain").asText()).isEqualTo("flow-rehearsal");
            assertThat(status.at("/epoch/value/counter").asLong())
                    .isEqualTo(rehearsal.controls().state().current().counter());
            assertThat(status.at("/error").isMissingNode()).isTrue();
        }
    }

    @Test
    void aRehearsalThatRunsElsewhereIsNamedWithItsPort() throws IOException {
        try (Rehearsal rehearsal = Rehearsal.start(RehearsalOptions.usual())) {
            Shell shell = new Shell(rehearsal, folder);
            String access = "127.0.0.1:" + rehearsal.port();
            shell.run("status", "--json", "--network", "rehearsal", "--access", access);
            JsonNode status = shell.document();

            assertThat(status.at("/network/identity/chain").asText()).isEqualTo("flow-rehearsal");
            assertThat(status.at("/network/id").asText()).isEqualTo("rehearsal");
            assertThat(status.at("/epoch/value/counter").asLong())
                    .isEqualTo(rehearsal.controls().state().current().counter());

            assertThat(shell.run("status", "--network", "rehearsal")).isNotZero();
            assertThat(shell.err()).contains("SET-404");
            // what the package's commands are trained with, and measured by
            assertThat(shell.run("doctor", "--node", "06a566", "--key-elsewhere"))
                    .isEqualTo(ExitCode.COULD_NOT_READ.code());
            assertThat(shell.out()).contains("06a566e83c0232df");
        }
    }

    @Test
    void ownNodesAreAddedFollowedAndKeptWithoutAWindow() throws IOException {
        RehearsalOptions options = RehearsalOptions.usual().playing("happy-path");
        try (Rehearsal rehearsal = Rehearsal.start(options)) {
            Shell shell = new Shell(rehearsal, folder);
            assertThat(shell.run("status", "--mine")).isZero();
            assertThat(shell.out()).contains("No node is yours on this network yet");
            assertThat(folder.resolve("history")).as("nothing was asked to be kept").doesNotExist();

            String operator = Genesis.operatorAddress(1).toString();
            assertThat(shell.run("nodes", "add", operator, "--json")).as(shell.err()).isZero();
            JsonNode added = shell.document().get("nodes");
            assertThat(added).hasSizeGreaterThan(1);
            assertThat(added.get(0).get("stakingAccount").asText())
                    .isEqualTo(Genesis.operatorAddress(1).hex());

            shell.run("status", "--json");
            JsonNode status = shell.document();
            assertThat(status.get("faults")).isEmpty();
            JsonNode mine = status.get("mine");
            assertThat(mine.get("nodes")).hasSize(added.size());
            JsonNode node =
                    mine.get("nodes")
                            .valueStream()
                            .filter(each -> !each.get("machineAccount").isNull())
                            .findFirst()
                            .orElseThrow();
            assertThat(node.get("verdict").asText())
                    .as("nobody showed its key")
                    .isEqualTo("unknown");
            assertThat(node.get("findings").valueStream().map(JsonNode::asText))
                    .contains("DOC-825");
            assertThat(new BigDecimal(node.get("balance").asText())).isPositive();
            assertThat(node.get("key").get("sequenceNumber").asLong()).isNotNegative();
        }
    }

    @Test
    void whatTheDoctorSeesFromCronIsInThePlotsOfTheWindow() throws IOException {
        RehearsalOptions options = RehearsalOptions.usual().playing("out-of-funds");
        try (Rehearsal rehearsal = Rehearsal.start(options)) {
            Shell shell = new Shell(rehearsal, folder);
            String id = rehearsal.ownNode().orElseThrow().nodeId();
            assertThat(
                            shell.run(
                                    "doctor",
                                    "--node",
                                    id,
                                    "--staking-account",
                                    rehearsal.operator().toString(),
                                    "--json"))
                    .isEqualTo(2);
            JsonNode node = shell.document().get("nodes").get(0);
            assertThat(shell.out()).contains("DOC-873");
            String account = FlowAddress.of(node.at("/machineAccount/address").asText()).hex();
            try (HistoryStore history = shell.history()) {
                assertThat(history.observations().balances(account, Instant.EPOCH))
                        .singleElement()
                        .satisfies(
                                seen -> {
                                    assertThat(seen.amount()).isEqualByComparingTo("0.3");
                                    assertThat(seen.height()).isPositive();
                                });
                assertThat(history.observations().keyStates()).containsKey(account);
                assertThat(history.eras().anchor()).isPresent();
            }
        }
    }

    private JsonNode status(Rehearsal rehearsal) throws IOException {
        Shell shell = new Shell(rehearsal, folder);
        assertThat(shell.run("status", "--json")).as(shell.out() + " " + shell.err()).isZero();
        return shell.document();
    }

    /** Commands about a rehearsal, as a shell would run them. */
    private static final class Shell {

        private final Rehearsal rehearsal;
        private final Path data;
        private StringWriter out = new StringWriter();
        private StringWriter err = new StringWriter();

        Shell(Rehearsal rehearsal, Path data) {
            this.rehearsal = rehearsal;
            this.data = data;
        }

        int run(String... arguments) {
            out = new StringWriter();
            err = new StringWriter();
            Clock clock = Clock.systemUTC();
            LiveBoards boards = new LiveBoards(data, clock);
            return new HeadlessCommands(
                            new Surroundings(
                                    () -> new SettingsStore.Loaded(Settings.defaults(), null),
                                    asked -> boards.open(reached(asked)),
                                    asked -> GrpcFlowNetwork.open(reached(asked)),
                                    () -> new ClockPulse("status"),
                                    clock,
                                    new Formats(new Words(Locale.ENGLISH), ZoneOffset.UTC),
                                    new Streams(new PrintWriter(out), new PrintWriter(err)),
                                    VaultAccess.of(data),
                                    HistorySource.in(data, clock),
                                    new LiveFleets(data, clock),
                                    Unwatched.progress()),
                            (_, _) -> {})
                    .run(arguments);
        }

        /** A rehearsal that was named is reached as a stranger would reach it. */
        private NetworkProfile reached(NetworkProfile asked) {
            return asked.id().equals("rehearsal") ? asked : rehearsal.profile();
        }

        String out() {
            return out.toString();
        }

        String err() {
            return err.toString();
        }

        JsonNode document() throws IOException {
            return new ObjectMapper().readTree(out());
        }

        HistoryStore history() {
            try (FlowNetwork network = GrpcFlowNetwork.open(rehearsal.profile())) {
                assertThat(network.blocks().latestSealed()).isNotNull();
                return HistorySource.in(data, Clock.systemUTC())
                        .open(Objects.requireNonNull(network.connection().current().identity()));
            }
        }
    }
}
