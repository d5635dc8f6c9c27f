package io.epochdesk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;

import io.epochdesk.bls.DkgFault;
import io.epochdesk.bls.DkgRun;
import io.epochdesk.board.SampleBoards;
import io.epochdesk.verify.MadeEpoch;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

class VerifyCommandTest {

    private static final DkgRun NODES = new DkgRun(MadeEpoch.INSTANCE, 4);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final MadeEpoch good = new MadeEpoch(DkgFault.NONE.in(NODES.again()), Set.of());
    private final MadeEpoch outOfFour =
            new MadeEpoch(DkgFault.ANSWER_WRONG.in(NODES.again()), Set.of(3));
    private final MadeEpoch wrong = new MadeEpoch(DkgFault.NONE.in(NODES.again()), Set.of(2));

    @Test
    void aGoodEpochInWords() {
        Trial trial = on(good);
        assertThat(trial.run("verify", "--epoch", "5")).isZero();
        assertThat(trial.out())
                .startsWith("Epoch 5 holds: all 8 checks say so.")
                .contains("The quorum certificates of all 2 clusters hold: 6 votes")
                .contains("root block abababab")
                .contains("Report digest ")
                .contains("To repeat it: epochdesk verify --epoch 5 --network mainnet");
        assertThat(trial.out().lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThan(240));
        assertThat(trial.err()).isEmpty();
    }

    @Test
    void whoIsOutIsNamedWithReasonAndEvidence() {
        Trial trial = on(outOfFour);
        assertThat(trial.run("verify", "--epoch", "5")).isZero();
        assertThat(trial.out().replaceAll("\\s+", " "))
                .contains("Dealer 3 (03030303…0303) is out: its answer to node 0 does not fit")
                .contains("Message 5 of the board shows it.");
    }

    @Test
    void keysThatDoNotComeOfTheBoardFail() {
        Trial trial = on(wrong);
        assertThat(trial.run("verify", "--epoch", "5")).isEqualTo(2);
        assertThat(trial.out())
                .startsWith("Epoch 5 does not hold: one check fails.")
                .contains("FAILS      The keys committed are not those that come");
    }

    @Test
    void everyDocumentKeepsToTheSchema() {
        for (MadeEpoch epoch : List.of(good, outOfFour, wrong)) {
            Trial trial = on(epoch);
            int code = trial.run("verify", "--epoch", "5", "--json");
            assertThat(problems(trial.out())).isEmpty();
            JsonNode document = json(trial.out());
            assertThat(document.path("exitCode").asInt()).isEqualTo(code);
            assertThat(document.path("sentences")).hasSameSizeAs(document.at("/report/findings"));
            assertThat(document.path("payloads")).hasSameSizeAs(document.at("/report/events"));
        }
        Trial unknown = on(good);
        assertThat(unknown.run("verify", "--epoch", "9", "--json")).isEqualTo(3);
        assertThat(problems(unknown.out())).isEmpty();
        assertThat(json(unknown.out()).at("/faults/0/code").asText()).isEqualTo("EVD-861");
    }

    @Test
    void theDigestIsTheOneThatOthersCount() {
        Trial trial = on(outOfFour);
        trial.run("verify", "--epoch", "5", "--json");
        JsonNode document = json(trial.out());
        assertThat(document.path("reportDigest").asText())
                .isEqualTo(sha256(sorted(document.path("report"))));
    }

    @Test
    void evidenceGivesTheSameReportToSomebodyElse(@TempDir Path folder) {
        String file = folder.resolve("epoch-5.json").toString();
        Trial first = on(good);
        assertThat(first.run("verify", "--epoch", "5", "--evidence", file, "--json")).isZero();

        Trial second = new Trial(SampleBoards.of(SampleBoards.Size.SMALL).committed());
        assertThat(second.run("verify", "--from", file, "--json")).isZero();

        assertThat(json(second.out()).path("report")).isEqualTo(json(first.out()).path("report"));
        assertThat(json(second.out()).path("reportDigest"))
                .isEqualTo(json(first.out()).path("reportDigest"));
        assertThat(json(second.out()).path("payloads"))
                .isEqualTo(json(first.out()).path("payloads"));

        Trial again = on(good);
        assertThat(again.run("verify", "--epoch", "5", "--evidence", file)).isEqualTo(2);
        assertThat(again.err()).startsWith("EVD-874");
        assertThat(again.out()).isEmpty();
    }

    @Test
    void evidenceWithAnotherByteIsFoundOut(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("epoch-5.json");
        on(good).run("verify", "--epoch", "5", "--evidence", file.toString());
        String text = Files.readString(file);
        int at = text.indexOf("dkgPubKeys") + 200;
        Files.writeString(
                file,
                text.substring(0, at)
                        + (text.charAt(at) == '0' ? '1' : '0')
                        + text.substring(at + 1));
        Trial trial = on(good);
        assertThat(trial.run("verify", "--from", file.toString())).isEqualTo(2);
    }

    @Test
    void theCommandLineIsChecked() {
        assertThat(on(good).run("verify")).isEqualTo(64);
        assertThat(on(good).run("verify", "--epoch", "5", "--from", "x")).isEqualTo(64);
        assertThat(on(good).run("verify", "--epoch", "-1")).isEqualTo(64);
        assertThat(on(good).run("verify", "--epoch", "five")).isEqualTo(64);
        Trial none = on(good);
        assertThat(none.run("verify", "--from", "no such file")).isEqualTo(3);
        assertThat(none.err()).startsWith("EVD-871");
    }

    private static Trial on(MadeEpoch epoch) {
        Trial trial = new Trial(SampleBoards.of(SampleBoards.Size.SMALL).committed());
        trial.networks = _ -> epoch.network();
        return trial;
    }

    /** As {@code jq -cS} writes it. */
    private static String sorted(JsonNode node) {
        if (node.isObject()) {
            List<String> names = new ArrayList<>();
            node.fieldNames().forEachRemaining(names::add);
            Collections.sort(names);
            return "{"
                    + String.join(
                            ",",
                            names.stream()
                                    .map(name -> "\"" + name + "\":" + sorted(node.path(name)))
                                    .toList())
                    + "}";
        }
        if (node.isArray()) {
            return "["
                    + String.join(
                            ",",
                            StreamSupport.stream(node.spliterator(), false)
                                    .map(VerifyCommandTest::sorted)
                                    .toList())
                    + "]";
        }
        return node.toString();
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new AssertionError(text, e);
        }
    }

    private static List<String> problems(String document) {
        try {
            JsonSchema schema =
                    JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                            .getSchema(Files.readString(Path.of("docs/verify.schema.json")));
            return schema.validate(document, InputFormat.JSON).stream()
                    .map(Object::toString)
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
