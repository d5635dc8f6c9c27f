package io.epochdesk.rehearsal.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** The nodes whose keys, proofs and votes were made by the protocol's own crypto library. */
final class FixtureNodes {

    private static final List<String> ROLES =
            List.of("collection", "consensus", "execution", "verification");

    private FixtureNodes() {}

    /**
     * A node.
     *
     * @param votes its signature by vote message
     */
    record Node(
            String id,
            int role,
            String address,
            String networkingKey,
            String stakingKey,
            String proof,
            String machineKey,
            Map<String, String> votes) {

        String stake() {
            return UFix64.text(StakingTable.empty().minimum(role));
        }

        String vote(String message) {
            return Objects.requireNonNull(votes.get(message));
        }
    }

    /** All of a role, 1 to 4. */
    static List<Node> of(int role) {
        List<Node> nodes = new ArrayList<>();
        for (JsonNode json : read().path("nodes")) {
            if (ROLES.indexOf(json.path("role").asText().toLowerCase(Locale.ROOT)) + 1 == role) {
                nodes.add(node(json, role));
            }
        }
        return nodes;
    }

    /** The messages the collection nodes signed. */
    static List<String> messages() {
        List<String> messages = new ArrayList<>();
        read().path("voteMessages").forEach(each -> messages.add(each.asText()));
        return messages;
    }

    private static Node node(JsonNode json, int role) {
        Map<String, String> votes = new LinkedHashMap<>();
        json.path("voteSignatures")
                .properties()
                .forEach(vote -> votes.put(vote.getKey(), vote.getValue().asText()));
        return new Node(
                json.path("nodeID").asText(),
                role,
                json.path("networkingAddress").asText(),
                json.path("networkingKey").asText(),
                json.path("stakingKey").asText(),
                json.path("stakingKeyPoP").asText(),
                json.path("machineAccountKey").asText(),
                votes);
    }

    private static JsonNode read() {
        String path = "/io/epochdesk/emulator/nodes.json";
        try (InputStream file = FixtureNodes.class.getResourceAsStream(path)) {
            return new ObjectMapper().readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
