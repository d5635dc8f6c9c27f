package io.epochdesk.bls;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

/** Keys, proofs of possession and votes made by the protocol's library: checked, and made again. */
class RecordedSignaturesTest {

    private static final List<Recorded.Node> NODES = Recorded.nodes();

    @Test
    void everyProofOfPossessionHolds() throws BadEncodingException {
        for (Recorded.Node node : NODES) {
            BlsPublicKey key = node.publicKey();
            assertThat(key.isProvedBy(ProofOfPossession.ofHex(node.proof()))).isTrue();
        }
        assertThat(NODES).hasSize(37);
    }

    @Test
    void everyVoteHoldsForItsMessageOnly() throws BadEncodingException {
        int votes = 0;
        for (Recorded.Node node : NODES) {
            BlsPublicKey key = node.publicKey();
            for (Map.Entry<String, String> vote : node.votes().entrySet()) {
                byte[] message = Recorded.bytes(vote.getKey());
                BlsSignature signature = BlsSignature.ofHex(vote.getValue());
                assertThat(key.verifies(signature, message, DomainTag.COLLECTOR_VOTE)).isTrue();
                assertThat(key.verifies(signature, message, DomainTag.DKG_MESSAGE)).isFalse();
                votes++;
            }
        }
        assertThat(votes).isEqualTo(48);
    }

    @Test
    void theSameSecretsGiveTheSameKeysProofsAndVotes() throws BadEncodingException {
        for (Recorded.Node node : NODES) {
            try (BlsSecretKey secret = node.secretKey()) {
                assertThat(secret.publicKey()).hasToString(node.key());
                assertThat(secret.provePossession()).hasToString(node.proof());
                for (Map.Entry<String, String> vote : node.votes().entrySet()) {
                    byte[] message = Recorded.bytes(vote.getKey());
                    assertThat(secret.sign(message, DomainTag.of(Recorded.TAG)))
                            .hasToString(vote.getValue());
                }
            }
        }
    }

    @Test
    void oneBitOfTheMessageIsEnough() throws BadEncodingException {
        Recorded.Node node = voter();
        Map.Entry<String, String> vote = node.votes().entrySet().iterator().next();
        byte[] message = Recorded.bytes(vote.getKey());
        BlsPublicKey key = node.publicKey();
        BlsSignature signature = BlsSignature.ofHex(vote.getValue());
        for (int bit = 0; bit < message.length * 8; bit++) {
            byte[] other = Recorded.flipped(message, bit);
            assertThat(key.verifies(signature, other, DomainTag.COLLECTOR_VOTE)).isFalse();
        }
    }

    @Test
    void oneBitOfTheSignatureIsEnough() throws BadEncodingException {
        Recorded.Node node = voter();
        Map.Entry<String, String> vote = node.votes().entrySet().iterator().next();
        byte[] message = Recorded.bytes(vote.getKey());
        byte[] signature = Recorded.bytes(vote.getValue());
        BlsPublicKey key = node.publicKey();
        int refused = 0;
        for (int bit = 0; bit < BlsSignature.SIZE * 8; bit++) {
            try {
                BlsSignature other = BlsSignature.decode(Recorded.flipped(signature, bit));
                assertThat(key.verifies(other, message, DomainTag.COLLECTOR_VOTE)).isFalse();
            } catch (BadEncodingException _) {
                refused++;
            }
        }
        // all but the sign bit leave the group of prime order
        assertThat(refused).isEqualTo(BlsSignature.SIZE * 8 - 1);
    }

    @Test
    void oneBitOfTheKeyIsEnough() throws BadEncodingException {
        Recorded.Node node = voter();
        byte[] key = Recorded.bytes(node.key());
        ProofOfPossession proof = ProofOfPossession.ofHex(node.proof());
        int refused = 0;
        for (int bit = 0; bit < BlsPublicKey.SIZE * 8; bit++) {
            try {
                BlsPublicKey other = BlsPublicKey.decode(Recorded.flipped(key, bit));
                assertThat(other.isProvedBy(proof)).isFalse();
            } catch (BadEncodingException _) {
                refused++;
            }
        }
        assertThat(refused).isEqualTo(BlsPublicKey.SIZE * 8 - 1);
    }

    @Test
    void oneLetterOfTheTagIsEnough() throws BadEncodingException {
        Recorded.Node node = voter();
        Map.Entry<String, String> vote = node.votes().entrySet().iterator().next();
        byte[] message = Recorded.bytes(vote.getKey());
        BlsSignature signature = BlsSignature.ofHex(vote.getValue());
        for (int i = 0; i < Recorded.TAG.length(); i++) {
            char[] letters = Recorded.TAG.toCharArray();
            letters[i] = (char) (letters[i] ^ 1);
            DomainTag other = DomainTag.of(new String(letters));
            assertThat(node.publicKey().verifies(signature, message, other)).isFalse();
        }
    }

    private static Recorded.Node voter() {
        return NODES.stream().filter(node -> !node.votes().isEmpty()).findFirst().orElseThrow();
    }
}
