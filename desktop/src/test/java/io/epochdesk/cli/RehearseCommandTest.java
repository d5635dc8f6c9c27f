package io.epochdesk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.epochdesk.board.SampleBoards;
import io.epochdesk.board.SampleBoards.Size;
import io.epochdesk.rehearsal.Rehearsal;
import io.epochdesk.rehearsal.RehearsalOptions;
import io.epochdesk.rehearsal.play.CastSize;
import io.epochdesk.rehearsal.play.Scenario;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

class RehearseCommandTest {

    private final List<RehearsalOptions> hosted = new ArrayList<>();
    private final Trial trial = new Trial(SampleBoards.of(Size.SMALL).committed());

    RehearseCommandTest() {
        trial.rehearsals = (options, _) -> hosted.add(options);
    }

    @Test
    void playsTheHappyPathUnlessToldOtherwise() {
        assertThat(trial.run("rehearse")).isZero();
        assertThat(hosted).containsExactly(RehearsalOptions.usual());
    }

    @Test
    void takesEveryOption() {
        trial.run(
                "rehearse",
                "--port",
                "3570",
                "--scenario",
                "split-vote",
                "--seed",
                "42",
                "--speed",
                "600",
                "--size",
                "mainnet",
                "--tls");
        assertThat(hosted)
                .containsExactly(
                        new RehearsalOptions("split-vote", 42, 600, CastSize.MAINNET, 3570, true));
    }

    @Test
    void saysWhereItListensAndWhatItPlays() {
        trial.rehearsals =
                (options, running) -> {
                    try (Rehearsal rehearsal = Rehearsal.start(options)) {
                        running.accept(rehearsal);
                    }
                };
        assertThat(trial.run("rehearse", "--tls")).isZero();
        assertThat(trial.out())
                .containsPattern("chain flow-rehearsal listens on 127\\.0\\.0\\.1:\\d+\\.")
                .containsPattern("networking key is [0-9a-f]{128}\\.")
                .contains("happy-path: ", "Seed 1, 60 times");
    }

    @Test
    void saysTheSameInJson() throws IOException {
        trial.rehearsals =
                (options, running) -> {
                    try (Rehearsal rehearsal = Rehearsal.start(options)) {
                        running.accept(rehearsal);
                    }
                };
        assertThat(trial.run("rehearse", "--tls", "--json", "--seed", "7")).isZero();
        assertThat(trial.out().lines()).hasSize(1);
        JsonNode said = new ObjectMapper().readTree(trial.out());
        assertThat(said.path("chain").asText()).isEqualTo("flow-rehearsal");
        assertThat(said.path("access").asText()).matches("127\\.0\\.0\\.1:\\d+");
        assertThat(said.path("networkingKey").asText()).matches("[0-9a-f]{128}");
        assertThat(said.path("scenario").path("id").asText()).isEqualTo("happy-path");
        assertThat(said.path("seed").asLong()).isEqualTo(7);
    }

    @Test
    void listsTheScenariosInJson() throws IOException {
        assertThat(trial.run("rehearse", "--list", "--json")).isZero();
        JsonNode said = new ObjectMapper().readTree(trial.out());
        assertThat(said).hasSameSizeAs(Scenario.all());
        for (JsonNode each : said) {
            assertThat(each.path("synthetic").asBoolean())
                    .isEqualTo(each.path("id").asText().equals("tenfold"));
        }
    }

    @Test
    void listsTheScenarios() {
        assertThat(trial.run("rehearse", "--list")).isZero();
        assertThat(trial.out().lines()).hasSameSizeAs(Scenario.all());
        assertThat(hosted).isEmpty();
    }

    @Test
    void refusesWhatCannotBePlayed() {
        assertThat(trial.run("rehearse", "--scenario", "nope")).isEqualTo(64);
        assertThat(trial.run("rehearse", "--speed", "0")).isEqualTo(64);
        assertThat(trial.run("rehearse", "--port", "70000")).isEqualTo(64);
        assertThat(trial.run("rehearse", "--size", "huge")).isEqualTo(64);
        assertThat(trial.err()).contains("There is no scenario nope", "between 1 and 10000");
        assertThat(hosted).isEmpty();
    }

    @Test
    void saysThatAPortIsTaken() throws IOException {
        trial.rehearsals =
                (options, _) -> {
                    try (Rehearsal rehearsal = Rehearsal.start(options)) {
                        throw new AssertionError("listens on " + rehearsal.port());
                    }
                };
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());
            assertThat(trial.run("rehearse", "--port", port)).isEqualTo(64);
            assertThat(trial.err()).contains("Port " + port);
        }
    }
}
