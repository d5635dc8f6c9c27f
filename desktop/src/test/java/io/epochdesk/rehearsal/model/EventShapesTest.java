package io.epochdesk.rehearsal.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.epochdesk.cadence.CadenceEncoder;
import io.epochdesk.cadence.CadenceValue.CompositeValue;

import org.junit.jupiter.api.Test;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** The epoch's events have the types and fields of those an emulator emitted. */
class EventShapesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String RECORDED = "/io/epochdesk/cadence/recorded/events.jsonl";

    @Test
    void everyEventOfAnEpochLooksLikeTheRecordedOne() throws Exception {
        Map<String, String> recorded = recordedShapes();
        List<CompositeValue> emitted = new ArrayList<>();
        World world = emit(SampleWorlds.genesis(4, 3, 1).world(), 120, emitted);
        world = HeartbeatTest.allSubmit(HeartbeatTest.allVote(world, "c0ffee"));
        Draft post = new Draft(world, SampleWorlds.at(170));
        FlowDkg.post(post, SampleWorlds.id(2, 0), "{}");
        emitted.addAll(post.events());
        world = emit(post.world(), 200, emitted);
        emit(world, 999, emitted);
        List<String> compared = new ArrayList<>();
        for (CompositeValue event : emitted) {
            JsonNode json = JSON.readTree(CadenceEncoder.encode(event));
            String known = recorded.get(event.typeId());
            if (known != null) {
                assertThat(shape(json)).as(event.typeId()).isEqualTo(known);
                compared.add(event.typeId().substring(event.typeId().lastIndexOf('.') + 1));
            }
        }
        assertThat(compared)
                .contains(
                        "StartDKG",
                        "EpochSetup",
                        "BroadcastMessage",
                        "EpochCommit",
                        "EndDKG",
                        "NewEpoch",
                        "EpochStart");
    }

    private static World emit(World world, long view, List<CompositeValue> events) throws Aborted {
        Draft draft = new Draft(world, SampleWorlds.at(view));
        Heartbeat.beat(draft);
        events.addAll(draft.events());
        return draft.world();
    }

    private static Map<String, String> recordedShapes() throws IOException {
        Map<String, String> shapes = new TreeMap<>();
        try (Reader file =
                        new InputStreamReader(
                                SampleWorlds.some(
                                        EventShapesTest.class.getResourceAsStream(RECORDED)),
                                StandardCharsets.UTF_8);
                BufferedReader lines = new BufferedReader(file)) {
            for (String line : lines.lines().toList()) {
                JsonNode event = payload(JSON.readTree(line));
                shapes.put(event.path("value").path("id").asText(), shape(event));
            }
        }
        return shapes;
    }

    private static JsonNode payload(JsonNode line) {
        return line.path("json");
    }

    /** Types and names of fields, elements merged, empty lists as nothing known. */
    private static String shape(JsonNode typed) {
        String type = typed.path("type").asText();
        JsonNode value = typed.path("value");
        return switch (type) {
            case "Optional" -> "Optional(" + (value.isNull() ? "" : shape(value)) + ")";
            case "Array" -> "Array" + elements(value, false);
            case "Dictionary" -> "Dictionary" + elements(value, true);
            case "Struct", "Event" -> {
                Map<String, String> fields = new TreeMap<>();
                value.path("fields")
                        .forEach(
                                each ->
                                        fields.put(
                                                each.path("name").asText(),
                                                shape(each.path("value"))));
                yield value.path("id").asText() + fields;
            }
            default -> type;
        };
    }

    private static String elements(JsonNode items, boolean pairs) {
        TreeSet<String> shapes = new TreeSet<>();
        items.forEach(
                item ->
                        shapes.add(
                                pairs
                                        ? shape(item.path("key")) + ":" + shape(item.path("value"))
                                        : shape(item)));
        return shapes.toString();
    }
}
