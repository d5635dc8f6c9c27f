package io.epochdesk.emulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.nio.charset.StandardCharsets;
import java.util.Iterator;

/**
 * Turns JSON-Cadence into plain JSON with nothing but Jackson: structs and dictionaries become
 * objects, nil becomes null, numbers stay text. It knows only what the judge's own scripts and the
 * epoch's events use, and fails on anything else.
 */
final class PlainCadence {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private PlainCadence() {}

    static JsonNode read(byte[] json) {
        try {
            return plain(MAPPER.readTree(new String(json, StandardCharsets.UTF_8)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not JSON-Cadence", e);
        }
    }

    private static JsonNode plain(JsonNode typed) {
        JsonNode value = typed.path("value");
        String type = typed.path("type").asText();
        return switch (type) {
            case "Optional" -> value.isNull() ? JSON.nullNode() : plain(value);
            case "Array" -> array(value);
            case "Dictionary" -> dictionary(value);
            case "Struct", "Event", "Enum", "Resource" -> fields(value.path("fields"));
            case "Void" -> JSON.nullNode();
            default -> {
                if (!value.isValueNode()) {
                    throw new IllegalStateException("the judge cannot read a " + type);
                }
                yield value;
            }
        };
    }

    private static JsonNode array(JsonNode items) {
        ArrayNode result = JSON.arrayNode();
        items.forEach(item -> result.add(plain(item)));
        return result;
    }

    private static JsonNode dictionary(JsonNode pairs) {
        ObjectNode result = JSON.objectNode();
        pairs.forEach(
                pair -> result.set(plain(pair.path("key")).asText(), plain(pair.path("value"))));
        return result;
    }

    private static JsonNode fields(JsonNode fields) {
        ObjectNode result = JSON.objectNode();
        for (Iterator<JsonNode> each = fields.elements(); each.hasNext(); ) {
            JsonNode field = each.next();
            result.set(field.path("name").asText(), plain(field.path("value")));
        }
        return result;
    }
}
