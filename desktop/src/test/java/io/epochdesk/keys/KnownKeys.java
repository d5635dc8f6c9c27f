package io.epochdesk.keys;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** A key pair that the protocol's own crypto library made, in hex. */
record KnownKeys(String privateKey, String publicKey) {

    /** The machine-account keys of the fixture's nodes, all on P-256. */
    static List<KnownKeys> ofNodes() {
        try (InputStream in =
                KnownKeys.class.getResourceAsStream("/io/epochdesk/emulator/nodes.json")) {
            List<KnownKeys> keys = new ArrayList<>();
            for (JsonNode node : new ObjectMapper().readTree(in).get("nodes")) {
                String secret = node.path("machineAccountPrivateKey").asText();
                if (!secret.isEmpty()) {
                    keys.add(new KnownKeys(secret, node.path("machineAccountKey").asText()));
                }
            }
            return keys;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
