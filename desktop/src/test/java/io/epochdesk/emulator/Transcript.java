package io.epochdesk.emulator;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A real run of the DKG among the nine consensus nodes of the fixtures, with threshold 4.
 *
 * @param instanceId the instance ID in every message, that of a fresh emulator's first DKG
 * @param indices committee index by node ID
 * @param messages what goes on the whiteboard, in order
 * @param results what each node would submit, by node ID
 */
public record Transcript(
        String instanceId,
        Map<String, Integer> indices,
        List<Message> messages,
        Map<String, Result> results) {

    /**
     * A whiteboard message.
     *
     * @param phase the DKG phase it belongs to
     * @param nodeId the sender
     * @param content what is posted
     * @param kind what it is, in the words of the file
     */
    public record Message(int phase, String nodeId, String content, String kind) {}

    /** A node's result. */
    public record Result(String groupKey, List<String> keys) {}

    /** What this node would submit. */
    public Result resultOf(String nodeId) {
        Result result = results.get(nodeId);
        if (result == null) {
            throw new IllegalArgumentException(nodeId + " takes no part in this DKG");
        }
        return result;
    }

    /** The run in which all goes well. */
    public static Transcript happy() {
        return read("dkg-happy.json");
    }

    /** The run in which a dealer is complained about and answers. */
    public static Transcript complaints() {
        return read("dkg-complaints.json");
    }

    /** The run in which a dealer never answers. */
    public static Transcript disqualified() {
        return read("dkg-disqualified.json");
    }

    /** The run in which one node says nothing. */
    public static Transcript silent() {
        return read("dkg-silent.json");
    }

    private static Transcript read(String file) {
        JsonNode root = FixtureNode.read(file);
        Map<String, Integer> indices = new LinkedHashMap<>();
        root.path("idMapping")
                .properties()
                .forEach(entry -> indices.put(entry.getKey(), entry.getValue().asInt()));
        List<Message> messages = new ArrayList<>();
        for (JsonNode message : root.path("whiteboard")) {
            messages.add(
                    new Message(
                            message.path("phase").asInt(),
                            message.path("nodeID").asText(),
                            message.path("content").asText(),
                            message.path("kind").asText()));
        }
        Map<String, Result> results = new LinkedHashMap<>();
        for (JsonNode outcome : root.path("outcomes")) {
            List<String> keys = new ArrayList<>();
            outcome.path("pubKeys").forEach(key -> keys.add(key.asText()));
            results.put(
                    outcome.path("nodeID").asText(),
                    new Result(outcome.path("groupKey").asText(), keys));
        }
        return new Transcript(root.path("dkgInstanceID").asText(), indices, messages, results);
    }
}
