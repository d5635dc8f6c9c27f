package io.epochdesk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;

import io.epochdesk.board.BoardSnapshot;
import io.epochdesk.board.SampleBoards;
import io.epochdesk.board.SampleBoards.Size;
import io.epochdesk.dkg.DkgState;
import io.epochdesk.process.OwnProcess;
import io.epochdesk.quorum.ClusterTally;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

class StatusJsonTest {

    private static final SampleBoards SMALL = SampleBoards.of(Size.SMALL);
    private static final JsonSchema SCHEMA = schema();

    static Stream<BoardSnapshot> boards() {
        return Stream.of(Size.values())
                .map(SampleBoards::of)
                .flatMap(
                        boards ->
                                Stream.of(
                                        boards.auction(),
                                        boards.setup(),
                                        boards.almostDone(),
                                        boards.committed(),
                                        boards.stale(),
                                        boards.partlyFailing(),
                                        ExitCodeTest.lost()));
    }

    @ParameterizedTest
    @MethodSource("boards")
    void everyDocumentKeepsToTheSchema(BoardSnapshot board) {
        Trial trial = new Trial(board);
        int code = trial.run("status", "--json");
        assertThat(problems(trial.out())).isEmpty();
        assertThat(json(trial.out()).path("exitCode").asInt()).isEqualTo(code);
        assertThat(trial.err()).isEmpty();
    }

    @Test
    void aCommandThatFailsEarlyKeepsToTheSchemaToo() {
        Trial trial = new Trial(SMALL.committed());
        assertThat(trial.run("status", "--json", "--network", "moonnet")).isEqualTo(64);
        assertThat(problems(trial.out())).isEmpty();
        assertThat(json(trial.out()).at("/faults/0/code").asText()).isEqualTo("SET-404");
        assertThat(trial.err()).isEmpty();
    }

    @Test
    void theSchemaRefusesWhatIsMissingOrUnknown() {
        Trial trial = new Trial(SMALL.setup());
        trial.run("status", "--json");
        assertThat(problems(trial.out().replace("\"counter\"", "\"kounter\""))).isNotEmpty();
    }

    @Test
    void theDocumentSaysOfEachClusterWhatTheSnapshotSays() {
        BoardSnapshot board = SMALL.setup();
        JsonNode clusters = document(board).at("/voting/value/clusters");
        List<ClusterTally> tallies = board.voting().value().orElseThrow().clusters();
        assertThat(clusters).hasSameSizeAs(tallies);
        for (ClusterTally tally : tallies) {
            JsonNode cluster = clusters.get(tally.index());
            assertThat(cluster.path("threshold").asLong()).isEqualTo(tally.threshold());
            assertThat(cluster.path("missingWeight").asLong()).isEqualTo(tally.missingWeight());
            assertThat(cluster.path("canComplete").asBoolean()).isEqualTo(tally.canComplete());
            assertThat(cluster.path("messages")).hasSameSizeAs(tally.groups());
            assertThat(cluster.path("members")).hasSameSizeAs(tally.members());
        }
    }

    @Test
    void everyPartTellsSourceHeightAndAge() {
        JsonNode document = document(SMALL.setup());
        for (String part :
                List.of("epoch", "deadlines", "outlook", "voting", "dkg", "whiteboard", "matrix")) {
            JsonNode origin = document.path(part).path("origin");
            assertThat(origin.path("source").asText()).as(part).isNotBlank();
            assertThat(origin.path("height").asLong()).as(part).isPositive();
            assertThat(origin.path("ageSeconds").asLong()).as(part).isNotNegative();
        }
    }

    @Test
    void theMatrixHasARowForEachConsensusNode() {
        BoardSnapshot board = SMALL.setup();
        DkgState dkg = board.dkg().value().orElseThrow();
        assertThat(document(board).at("/matrix/value/rows").findValuesAsText("nodeId"))
                .isEqualTo(dkg.committee());
    }

    @Test
    void attentionAndFaultsComeInWords() {
        JsonNode document = document(SMALL.partlyFailing());
        assertThat(document.at("/attention/0/sentence").asText())
                .startsWith("Cluster 0 can no longer");
        assertThat(document.at("/dkg/faultCode").asText()).isEqualTo("CHN-312");
        assertThat(document.at("/faults/0/advice").asText()).isNotBlank();
    }

    @Test
    void numbersAndConstantsAreTheSameInEveryLanguage() throws IOException {
        Process turkish =
                OwnProcess.of(
                                List.of("-Duser.language=tr", "-Duser.country=TR"),
                                Printed.class.getName())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        String document;
        try (BufferedReader said = turkish.inputReader(StandardCharsets.UTF_8)) {
            document = said.readAllAsString();
        } finally {
            turkish.destroy();
        }
        assertThat(document).startsWith(Locale.of("tr", "TR") + "\n");
        assertThat(problems(document.substring(document.indexOf('\n')))).isEmpty();
    }

    /** Prints the language of its process and a document. */
    static final class Printed {

        private Printed() {}

        public static void main(String[] arguments) {
            PrintStream out =
                    new PrintStream(
                            new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
            out.println(Locale.getDefault());
            out.println(document(SMALL.setup()));
        }
    }

    private static JsonNode document(BoardSnapshot board) {
        Trial trial = new Trial(board);
        trial.run("status", "--json");
        return json(trial.out());
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException e) {
            throw new AssertionError(text, e);
        }
    }

    /** What a document has that the schema does not allow. */
    static List<String> problems(String document) {
        return SCHEMA
                .validate(
                        document,
                        InputFormat.JSON,
                        context -> context.getExecutionConfig().setFormatAssertionsEnabled(true))
                .stream()
                .map(Object::toString)
                .toList();
    }

    private static JsonSchema schema() {
        try {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(Files.readString(Path.of("docs/status.schema.json")));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
