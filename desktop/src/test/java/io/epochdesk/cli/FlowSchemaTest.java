package io.epochdesk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.epochdesk.registration.Check;
import io.epochdesk.registration.DryRunOutcome;
import io.epochdesk.registration.Ending;
import io.epochdesk.registration.Field;
import io.epochdesk.registration.FieldProblem;
import io.epochdesk.registration.FlowKind;
import io.epochdesk.registration.FlowRecord;
import io.epochdesk.registration.Proof;
import io.epochdesk.registration.Refusal;
import io.epochdesk.registration.Template;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The schema names every constant there is, and no other. */
class FlowSchemaTest {

    private final JsonNode schema;

    FlowSchemaTest() throws IOException {
        schema = new ObjectMapper().readTree(Files.readString(Path.of("docs/flow.schema.json")));
    }

    @Test
    void flowsAndTheirValues() {
        assertNamed("/properties/flow/anyOf/0/enum", FlowKind.values(), Spelling::of);
        assertThat(schema.at("/properties/values/properties").propertyStream())
                .extracting(Map.Entry::getKey)
                .containsExactlyElementsOf(
                        Arrays.stream(Field.values()).map(Spelling::of).toList());
        String problem = "/properties/problems/items/properties";
        assertNamed(problem + "/field/enum", Field.values(), FlowOptions::dashed);
        assertNamed(problem + "/kind/enum", FieldProblem.Kind.values(), Spelling::of);
    }

    @Test
    void whatTheChainAndTheConsoleSay() {
        assertNamed("/$defs/check/properties/check/enum", Check.values(), FlowOptions::dashed);
        assertNamed("/$defs/refusal/properties/reason/enum", Refusal.Reason.values(), Spelling::of);
        assertNamed(
                "/properties/dryRun/anyOf/0/properties/kind/enum",
                DryRunOutcome.Kind.values(),
                Spelling::of);
    }

    @Test
    void transactionsAndHowTheyEnd() {
        assertNamed(
                "/$defs/transaction/properties/template/anyOf/0/enum",
                Template.values(),
                Spelling::of);
        String outcome = "/$defs/outcome/properties";
        assertNamed(outcome + "/ending/enum", Ending.Kind.values(), Spelling::of);
        assertNamed(
                outcome + "/proof/items/properties/what/enum", Proof.What.values(), Spelling::of);
        assertThat(schema.at(outcome + "/results/properties").propertyStream())
                .extracting(Map.Entry::getKey)
                .containsExactlyElementsOf(
                        Arrays.stream(FlowRecord.Result.values()).map(Spelling::of).toList());
    }

    private void assertNamed(String place, Enum<?>[] constants, Function<Enum<?>, String> spelt) {
        List<String> named = schema.at(place).valueStream().map(JsonNode::asText).toList();
        assertThat(named)
                .as(place)
                .containsExactlyElementsOf(Arrays.stream(constants).map(spelt).toList());
    }
}
