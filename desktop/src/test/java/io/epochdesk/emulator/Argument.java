package io.epochdesk.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.Map;
import java.util.function.Function;

/**
 * Arguments of the judge's transactions in JSON-Cadence, written by hand and not by the encoder
 * under test.
 */
public final class Argument {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Argument() {}

    public static JsonNode string(String value) {
        return simple("String", value);
    }

    public static JsonNode uint64(long value) {
        return simple("UInt64", Long.toUnsignedString(value));
    }

    public static JsonNode uint16(int value) {
        return simple("UInt16", Integer.toString(value));
    }

    public static JsonNode uint8(int value) {
        return simple("UInt8", Integer.toString(value));
    }

    public static JsonNode integer(int value) {
        return simple("Int", Integer.toString(value));
    }

    /** A UFix64, such as {@code 0.7} or {@code 250000.0}. */
    public static JsonNode ufix64(String value) {
        return simple("UFix64", value);
    }

    public static JsonNode address(String hex) {
        return simple("Address", "0x" + hex);
    }

    public static <T> JsonNode array(Collection<T> values, Function<T, JsonNode> each) {
        ArrayNode items = JSON.arrayNode();
        values.forEach(value -> items.add(each.apply(value)));
        return typed("Array", items);
    }

    public static <T> JsonNode optional(@Nullable T value, Function<T, JsonNode> some) {
        return typed("Optional", value == null ? JSON.nullNode() : some.apply(value));
    }

    public static JsonNode indices(Map<String, Integer> values) {
        ArrayNode pairs = JSON.arrayNode();
        values.forEach(
                (key, value) ->
                        pairs.add(
                                JSON.objectNode()
                                        .<ObjectNode>set("key", string(key))
                                        .set("value", integer(value))));
        return typed("Dictionary", pairs);
    }

    private static JsonNode simple(String type, String value) {
        return typed(type, JSON.textNode(value));
    }

    private static JsonNode typed(String type, JsonNode value) {
        return JSON.objectNode().put("type", type).set("value", value);
    }
}
