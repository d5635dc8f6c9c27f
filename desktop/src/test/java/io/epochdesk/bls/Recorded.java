package io.epochdesk.bls;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** What the protocol's own library made (onflow/crypto v0.25.4), as recorded. */
final class Recorded {

    static final String TAG = "FLOW-Collector_Vote-V00-CS00-with-";

    private Recorded() {}

    static JsonNode file(String name) {
        try (InputStream in =
                Objects.requireNonNull(Recorded.class.getResourceAsStream(name), name)) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Node> nodes() {
        return file("staking-keys.json").get("nodes").valueStream().map(Recorded::node).toList();
    }

    private static Node node(JsonNode node) {
        return new Node(
                node.get("nodeID").asText(),
                node.get("stakingPrivateKey").asText(),
                node.get("stakingKey").asText(),
                node.get("stakingKeyPoP").asText(),
                node.path("voteSignatures")
                        .propertyStream()
                        .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().asText())));
    }

    static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    /** The bytes with one bit turned over. */
    static byte[] flipped(byte[] bytes, int bit) {
        byte[] flipped = bytes.clone();
        flipped[bit / 8] ^= (byte) (0x80 >>> bit % 8);
        return flipped;
    }

    /** A node: ID, keys and proof as hex; votes by message. */
    record Node(String id, String secret, String key, String proof, Map<String, String> votes) {

        BlsSecretKey secretKey() throws BadEncodingException {
            return BlsSecretKey.decode(bytes(secret));
        }

        BlsPublicKey publicKey() throws BadEncodingException {
            return BlsPublicKey.ofHex(key);
        }
    }
}
