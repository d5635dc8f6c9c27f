package io.epochdesk.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A node with keys made by the protocol's own crypto library, for tests only.
 *
 * @param role which
 * @param id 64 hex digits
 * @param networkingAddress host and port
 * @param networkingKey 128 hex digits
 * @param stakingKey 192 hex digits
 * @param proof proof of possession of the staking key, 96 hex digits
 * @param machinePrivateKey private key of the machine account
 * @param machineKey its public key, 128 hex digits
 * @param voteSignatures the node's valid vote signature by vote message
 */
public record FixtureNode(
        Role role,
        String id,
        String networkingAddress,
        String networkingKey,
        String stakingKey,
        String proof,
        String machinePrivateKey,
        String machineKey,
        Map<String, String> voteSignatures) {

    /** Roles with the minimum stakes of an emulator's fresh chain. */
    public enum Role {
        COLLECTION(1, "250000.0"),
        CONSENSUS(2, "500000.0"),
        EXECUTION(3, "1250000.0"),
        VERIFICATION(4, "135000.0");

        /** The number in the contracts. */
        public final int number;

        /** The stake in FLOW. */
        public final String stake;

        Role(int number, String stake) {
            this.number = number;
            this.stake = stake;
        }
    }

    /** All nodes of a role in the order of the file. */
    public static List<FixtureNode> of(Role role) {
        List<FixtureNode> nodes = new ArrayList<>();
        for (JsonNode node : read("nodes.json").path("nodes")) {
            if (node.path("role").asText().equalsIgnoreCase(role.name())) {
                nodes.add(node(role, node));
            }
        }
        return nodes;
    }

    /** The two messages that every collection node has signed. */
    public static List<String> voteMessages() {
        List<String> messages = new ArrayList<>();
        read("nodes.json").path("voteMessages").forEach(message -> messages.add(message.asText()));
        return messages;
    }

    static JsonNode read(String file) {
        try (InputStream stream = FixtureNode.class.getResourceAsStream(file)) {
            return new ObjectMapper().readTree(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FixtureNode node(Role role, JsonNode node) {
        Map<String, String> signatures = new LinkedHashMap<>();
        node.path("voteSignatures")
                .properties()
                .forEach(vote -> signatures.put(vote.getKey(), vote.getValue().asText()));
        return new FixtureNode(
                role,
                node.path("nodeID").asText(),
                node.path("networkingAddress").asText(),
                node.path("networkingKey").asText(),
                node.path("stakingKey").asText(),
                node.path("stakingKeyPoP").asText(),
                node.path("machineAccountPrivateKey").asText(),
                node.path("machineAccountKey").asText(),
                signatures);
    }
}
