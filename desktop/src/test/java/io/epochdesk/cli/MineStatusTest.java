package io.epochdesk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import io.epochdesk.board.SampleBoards;
import io.epochdesk.board.SampleBoards.Size;
import io.epochdesk.fleet.Found;
import io.epochdesk.fleet.SampleFleets;
import io.epochdesk.history.OwnNode;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.OptionalInt;

/** The operator's own nodes on the command line. */
final class MineStatusTest {

    private final Trial trial = new Trial(SampleBoards.of(Size.SMALL).committed());
    private final SampleFleetSource fleets = new SampleFleetSource(SampleFleets.mixed());

    MineStatusTest() {
        trial.fleets = fleets;
        trial.now = SampleFleets.NOW;
    }

    // One of the sample nodes is never examined, so that each command waits as long as it may.
    @Test
    void mineTellsWhatNeedsTheOperatorAndALineANode() {
        assertThat(trial.run("status", "--mine", "--timeout", "1")).isEqualTo(1);

        assertThat(trial.out())
                .startsWith(
                        "Your 5 nodes: 1 unfit, 1 at risk, 2 not known, 1 fit. 3 things need you:")
                .contains("  ! berlin-2 has not voted. 11 of 12 others have voted for epoch 214.")
                .contains("  ! berlin-2 is unfit. The machine account has 0.19 FLOW.")
                .contains("  berlin-2   Collection    Cluster 3")
                .contains("vote late, DOC-810")
                .doesNotContain("Clusters");
        assertThat(trial.out().lines()).allMatch(line -> line.length() <= 120);
    }

    @Test
    void theWholeStatusTellsOfThemToo() {
        trial.run("status", "--timeout", "1");
        assertThat(trial.out()).contains("My nodes").contains("! berlin-2 has not voted.");
    }

    @Test
    void theDocumentHasThemAsTheSchemaSays() throws Exception {
        trial.run("status", "--json", "--timeout", "1");
        JsonNode document = JsonMapper.builder().build().readTree(trial.out());
        assertThat(StatusJsonTest.problems(trial.out())).isEmpty();

        JsonNode mine = document.get("mine");
        assertThat(document.get("schemaVersion").asInt()).isEqualTo(2);
        assertThat(document.get("exitCode").asInt()).isEqualTo(1);
        assertThat(mine.get("nodes")).hasSize(5);
        JsonNode unfit = mine.get("nodes").get(0);
        assertThat(unfit.get("name").asText()).isEqualTo("berlin-2");
        assertThat(unfit.get("verdict").asText()).isEqualTo("unfit");
        assertThat(unfit.get("balance").asText()).isEqualTo("0.19000000");
        assertThat(unfit.get("duties").get(0).get("state").asText()).isEqualTo("late");
        assertThat(unfit.get("key").get("sequenceNumber").asInt()).isEqualTo(41);
        assertThat(mine.get("needs").get(0).get("kind").asText()).isEqualTo("voteLate");
    }

    @Test
    void aHistoryThatCannotBeWrittenIsAFaultOfThatPart() throws Exception {
        fleets.fleet.snapshot().publish(SampleFleets.troubled());
        trial.run("status", "--json", "--timeout", "1");
        JsonNode document = JsonMapper.builder().build().readTree(trial.out());
        assertThat(StatusJsonTest.problems(trial.out())).isEmpty();
        assertThat(document.get("mine").get("faultCode").asText()).isEqualTo("HIS-806");
        assertThat(document.get("faults").findValuesAsText("part")).contains("mine");
    }

    @Test
    void withoutNodesThereIsNoSectionAndMineSaysHowToAddThem() throws Exception {
        trial.fleets = FleetSource.NONE;
        assertThat(trial.run("status", "--mine", "--timeout", "1")).isEqualTo(0);
        assertThat(trial.out()).contains("epochdesk nodes add");
    }

    @Test
    void nodesAreListedAddedRenamedAndRemoved() {
        assertThat(trial.run("nodes", "list")).isEqualTo(0);
        assertThat(trial.out().lines()).hasSize(5).anyMatch(line -> line.endsWith("  berlin-2"));

        fleets.fleet.found =
                new Found(
                        Found.By.NODE_ID,
                        List.of(
                                new OwnNode(
                                        "ab".repeat(32),
                                        "collection-ababab",
                                        OptionalInt.of(1),
                                        null,
                                        null,
                                        null,
                                        SampleFleets.NOW)));
        assertThat(trial.run("nodes", "add", "ab".repeat(32), "--name", "berlin-9")).isEqualTo(0);
        assertThat(trial.run("nodes", "rename", "berlin-2", "bonn")).isEqualTo(0);
        assertThat(trial.run("nodes", "remove", "bern-3", "zurich-1")).isEqualTo(0);
        assertThat(trial.run("nodes", "remove", "no such node")).isEqualTo(2);
        assertThat(trial.err()).contains("FLT-106");
        assertThat(fleets.fleet.told())
                .filteredOn(told -> !told.equals("close"))
                .containsExactly(
                        "find " + "ab".repeat(32),
                        "add [berlin-9]",
                        "rename " + SampleFleets.mixed().nodes().getFirst().nodeId() + " bonn",
                        "remove " + SampleFleets.mixed().nodes().get(1).nodeId(),
                        "remove " + SampleFleets.mixed().nodes().get(3).nodeId());
    }

    @Test
    void addingNothingOrOneNameForSeveralIsRefused() {
        assertThat(trial.run("nodes", "add")).isEqualTo(64);
        assertThat(trial.err()).contains("Give at least one node");
        fleets.fleet.found =
                new Found(
                        Found.By.STAKING_ACCOUNT,
                        SampleFleets.mixed().nodes().stream().map(node -> node.own()).toList());
        assertThat(trial.run("nodes", "add", "0x8624b52f9ddcd04a", "--name", "bonn")).isEqualTo(64);
        assertThat(trial.err()).contains("these are 5");
        assertThat(fleets.fleet.told()).noneMatch(told -> told.startsWith("add"));
    }

    @Test
    void listingAsJsonNamesEveryNode() throws Exception {
        trial.run("nodes", "list", "--json");
        JsonNode document = JsonMapper.builder().build().readTree(trial.out());
        assertThat(document.get("nodes").findValuesAsText("name")).contains("berlin-2", "zurich-1");
    }
}
