package io.epochdesk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.epochdesk.doctor.Check;
import io.epochdesk.doctor.Consequence;
import io.epochdesk.doctor.Evidence;
import io.epochdesk.doctor.Moment;
import io.epochdesk.doctor.Remedy;
import io.epochdesk.doctor.Severity;
import io.epochdesk.doctor.Verdict;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The schema names every constant there is, and no other. */
class DoctorSchemaTest {

    private final JsonNode finding;
    private final JsonNode node;

    DoctorSchemaTest() throws IOException {
        JsonNode schema =
                new ObjectMapper().readTree(Files.readString(Path.of("docs/doctor.schema.json")));
        finding = schema.at("/$defs/finding/properties");
        node = schema.at("/$defs/node/properties");
    }

    @Test
    void checksAndTheirCodes() {
        assertThat(texts(finding.at("/code/enum")))
                .containsExactlyElementsOf(Arrays.stream(Check.values()).map(Check::code).toList());
        assertThat(texts(finding.at("/check/enum"))).containsExactlyElementsOf(of(Check.values()));
    }

    @Test
    void severitiesAndVerdicts() {
        assertThat(texts(finding.at("/severity/enum")))
                .containsExactlyElementsOf(of(Severity.values()));
        assertThat(texts(node.at("/verdict/enum"))).containsExactlyElementsOf(of(Verdict.values()));
    }

    @Test
    void consequencesAndTheirSetups() {
        assertThat(texts(finding.at("/consequence/properties/kind/enum")))
                .containsExactlyElementsOf(of(Consequence.Kind.values()));
        assertThat(texts(finding.at("/consequence/properties/setup/enum")))
                .containsExactlyElementsOf(of(Moment.When.values()));
    }

    @Test
    void evidenceAndSteps() {
        assertThat(texts(finding.at("/evidence/items/properties/what/enum")))
                .containsExactlyElementsOf(of(Evidence.What.values()));
        assertThat(texts(finding.at("/steps/items/properties/kind/enum")))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Remedy.class.getPermittedSubclasses())
                                .map(Class::getSimpleName)
                                .map(
                                        name ->
                                                name.substring(0, 1)
                                                                .toLowerCase(java.util.Locale.ROOT)
                                                        + name.substring(1))
                                .toList());
    }

    private static List<String> of(Enum<?>... constants) {
        return Arrays.stream(constants).map(Spelling::of).toList();
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asText).toList();
    }
}
