package io.epochdesk.bls;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Every recorded vote, proof and whiteboard message with every single bit turned over, one at a
 * time: 237,032 checks, so it takes minutes. The quick tests take samples of the same.
 */
@Tag("soak")
final class EveryBitTest {

    @Test
    void noBitOfAVoteOrProofCanBeChanged() throws BadEncodingException {
        for (Recorded.Node node : Recorded.nodes()) {
            BlsPublicKey key = node.publicKey();
            byte[] proof = Recorded.bytes(node.proof());
            none(
                    proof,
                    changed -> key.isProvedBy(ProofOfPossession.decode(changed)),
                    "proof of " + node.id());
            none(
                    key.encoded(),
                    changed ->
                            BlsPublicKey.decode(changed)
                                    .isProvedBy(ProofOfPossession.decode(proof)),
                    "key of " + node.id());
            for (Map.Entry<String, String> vote : node.votes().entrySet()) {
                byte[] message = Recorded.bytes(vote.getKey());
                byte[] signature = Recorded.bytes(vote.getValue());
                none(
                        message,
                        changed ->
                                key.verifies(
                                        BlsSignature.decode(signature),
                                        changed,
                                        DomainTag.COLLECTOR_VOTE),
                        "message of " + node.id());
                none(
                        signature,
                        changed ->
                                key.verifies(
                                        BlsSignature.decode(changed),
                                        message,
                                        DomainTag.COLLECTOR_VOTE),
                        "signature of " + node.id());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"happy", "complaints", "disqualified", "silent"})
    void noBitOfAWhiteboardMessageCanBeChanged(String name) throws BadEncodingException {
        Map<String, BlsPublicKey> keys = new HashMap<>();
        for (Recorded.Node node : Recorded.nodes()) {
            keys.put(node.id(), node.publicKey());
        }
        for (JsonNode posted : Recorded.file("dkg-" + name + ".json").get("whiteboard")) {
            String text = posted.get("content").asText();
            BoardContent content = BoardContent.parse(text).orElseThrow();
            byte[] data = content.data();
            byte[] signature =
                    Base64.getDecoder()
                            .decode(
                                    text.substring(
                                            text.indexOf("\"Signature\":\"") + 13,
                                            text.length() - 2));
            String instance = content.instanceId();
            BlsPublicKey key = Objects.requireNonNull(keys.get(posted.get("nodeID").asText()));
            assertThat(new BoardContent(data, instance, signature).isSignedBy(key)).isTrue();
            none(
                    data,
                    changed -> new BoardContent(changed, instance, signature).isSignedBy(key),
                    name + " data");
            none(
                    signature,
                    changed -> new BoardContent(data, instance, changed).isSignedBy(key),
                    name + " signature");
        }
    }

    private interface Claim {
        boolean holds(byte[] changed) throws BadEncodingException;
    }

    private static void none(byte[] bytes, Claim claim, String what) {
        long holding =
                IntStream.range(0, bytes.length * 8)
                        .parallel()
                        .filter(bit -> holds(claim, Recorded.flipped(bytes, bit)))
                        .count();
        assertThat(holding).as(what).isZero();
    }

    private static boolean holds(Claim claim, byte[] changed) {
        try {
            return claim.holds(changed);
        } catch (BadEncodingException e) {
            return false;
        }
    }
}
