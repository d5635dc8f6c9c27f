package io.epochdesk.cadence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What a real chain answered, and what Cadence's own encoder writes. */
class RecordedAnswersTest {

    private final CadenceDecoder decoder = new CadenceDecoder();

    static List<Sample> recorded() {
        return Sample.recorded();
    }

    static List<Sample> vectors() {
        return Sample.vectors();
    }

    @ParameterizedTest
    @MethodSource("recorded")
    void isWrittenBackWithTheSameMeaning(Sample sample) throws IOException {
        byte[] written = CadenceEncoder.encode(decoder.decode(sample.json()));
        assertThat(Sample.JSON.readTree(written)).isEqualTo(Sample.JSON.readTree(sample.json()));
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void ofCadenceItselfIsWrittenBackWithTheSameMeaning(Sample sample) throws IOException {
        CadenceValue value = decoder.decode(sample.json());
        byte[] written = CadenceEncoder.encode(value);
        assertThat(decoder.decode(written)).isEqualTo(value);
        assertThat(told(Sample.JSON.readTree(written)))
                .isEqualTo(told(Sample.JSON.readTree(sample.json())));
    }

    @Test
    void coversEveryKindOfValue() {
        Set<String> kinds = new TreeSet<>();
        for (Sample sample : Sample.vectors()) {
            kinds.add(CadenceEncoder.label(decoder.decode(sample.json())));
        }
        assertThat(kinds).containsExactlyInAnyOrderElementsOf(ValueKind.BY_LABEL.keySet());
    }

    @Test
    void containsTheSetupOfAnEpoch() {
        Shape setup =
                Shape.of(
                        decoder.decode(Sample.named(Sample.events(), "EpochSetup").json()),
                        "EpochSetup");
        assertThat(setup.typeId()).isEqualTo("A.f8d6e0586b0a20c7.FlowEpoch.EpochSetup");
        assertThat(setup.field("counter").asUInt64()).isEqualTo(1);
        assertThat(setup.field("nodeInfo").list(node -> node.field("role").asUInt8()))
                .hasSize(25)
                .contains(1, 2);
        assertThat(setup.field("collectorClusters").list()).isNotEmpty();
    }

    /**
     * Without members that say nothing: in types null, empty texts and empty arrays, and the ID 0
     * of a capability that has a path.
     */
    private static JsonNode told(JsonNode node) {
        if (node.isObject()) {
            var object = Sample.JSON.createObjectNode();
            node.properties()
                    .forEach(
                            member -> {
                                JsonNode value = member.getValue();
                                boolean silent =
                                        value.isNull()
                                                || (value.isTextual() && value.asText().isEmpty())
                                                || (value.isArray() && value.isEmpty());
                                boolean typePart = node.has("kind") || node.has("typeBound");
                                boolean noId = node.has("path") && member.getKey().equals("id");
                                if (!(silent && typePart) && !noId) {
                                    object.set(member.getKey(), told(value));
                                }
                            });
            return object;
        }
        if (node.isArray()) {
            var array = Sample.JSON.createArrayNode();
            node.forEach(element -> array.add(told(element)));
            return array;
        }
        return node;
    }
}
