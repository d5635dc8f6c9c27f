package io.epochdesk.bls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.List;

/** Keys made here: what they sign, prove and add up to; and that a secret stays one. */
class KeysTest {

    private static final byte[] MESSAGE = "a message".getBytes(StandardCharsets.US_ASCII);

    @Test
    void aSeedAlwaysGivesTheSameKeyAndAnotherSeedAnother() {
        assertThat(key(1).publicKey())
                .isEqualTo(key(1).publicKey())
                .isNotEqualTo(key(2).publicKey());
    }

    @Test
    void seedsOfOtherLengthsAreRefused() {
        assertThatThrownBy(() -> BlsSecretKey.fromSeed(new byte[31]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> BlsSecretKey.fromSeed(new byte[257]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aProofHoldsForItsKeyOnlyAndIsNoSignature() {
        ProofOfPossession proof = key(1).provePossession();
        assertThat(key(1).publicKey().isProvedBy(proof)).isTrue();
        assertThat(key(2).publicKey().isProvedBy(proof)).isFalse();
        BlsPublicKey key = key(1).publicKey();
        assertThat(key.verifies(proof.signature(), key.encoded(), DomainTag.of(""))).isFalse();
    }

    @Test
    void aWipedKeySaysAndDoesNothing() {
        BlsSecretKey secret = key(1);
        String hex = HexFormat.of().formatHex(secret.encoded());
        assertThat(secret.toString()).doesNotContain(hex);
        byte[] scalar = secret.scalar();
        secret.close();
        assertThat(scalar).containsOnly(0);
        assertThatThrownBy(secret::encoded).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> secret.sign(MESSAGE, DomainTag.DKG_MESSAGE))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anAggregateHoldsForAllItsKeysAndNoFewer() throws BadEncodingException {
        List<BlsPublicKey> keys = new ArrayList<>();
        List<BlsSignature> signatures = new ArrayList<>();
        for (int i = 1; i <= 7; i++) {
            keys.add(key(i).publicKey());
            signatures.add(key(i).sign(MESSAGE, DomainTag.COLLECTOR_VOTE));
        }
        BlsSignature all = BlsSignature.aggregate(signatures);
        assertThat(BlsPublicKey.aggregate(keys).verifies(all, MESSAGE, DomainTag.COLLECTOR_VOTE))
                .isTrue();
        assertThat(
                        BlsPublicKey.aggregate(keys.subList(0, 6))
                                .verifies(all, MESSAGE, DomainTag.COLLECTOR_VOTE))
                .isFalse();
        assertThat(
                        BlsPublicKey.aggregate(keys)
                                .verifies(
                                        BlsSignature.aggregate(signatures.subList(1, 7)),
                                        MESSAGE,
                                        DomainTag.COLLECTOR_VOTE))
                .isFalse();
    }

    @Test
    void whatAddsUpToInfinityIsRefused() throws BadEncodingException {
        BlsSignature signature = key(1).sign(MESSAGE, DomainTag.COLLECTOR_VOTE);
        byte[] opposite = Recorded.flipped(signature.encoded(), 2);
        List<BlsSignature> both = List.of(signature, BlsSignature.decode(opposite));
        assertThatThrownBy(() -> BlsSignature.aggregate(both))
                .isInstanceOf(BadEncodingException.class);
        BlsPublicKey key = key(1).publicKey();
        BlsPublicKey other = BlsPublicKey.decode(Recorded.flipped(key.encoded(), 2));
        assertThatThrownBy(() -> BlsPublicKey.aggregate(List.of(key, other)))
                .isInstanceOf(BadEncodingException.class);
    }

    @Test
    void aBatchNamesExactlyTheWrongOnes() {
        List<SignedMessage> claims = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            BlsSecretKey secret = key(i);
            // three messages, as in three clusters
            byte[] message = {(byte) (i % 3)};
            claims.add(
                    new SignedMessage(
                            secret.publicKey(),
                            message,
                            DomainTag.COLLECTOR_VOTE,
                            secret.sign(message, DomainTag.COLLECTOR_VOTE)));
        }
        SignatureBatch batch = new SignatureBatch();
        assertThat(batch.invalid(claims).isEmpty()).isTrue();
        assertThat(batch.invalid(List.of()).isEmpty()).isTrue();

        // another's signature, another message, another use; the first two swapped would add up
        swap(claims, 10, 13);
        SignedMessage last = claims.get(119);
        claims.set(119, new SignedMessage(last.key(), new byte[9], last.tag(), last.signature()));
        SignedMessage some = claims.get(57);
        claims.set(
                57,
                new SignedMessage(
                        some.key(), some.message(), DomainTag.DKG_MESSAGE, some.signature()));
        BitSet wrong = new BitSet();
        wrong.set(10);
        wrong.set(13);
        wrong.set(57);
        wrong.set(119);
        assertThat(batch.invalid(claims)).isEqualTo(wrong);
        for (int i = 0; i < claims.size(); i++) {
            assertThat(claims.get(i).holds()).isEqualTo(!wrong.get(i));
        }
    }

    private static void swap(List<SignedMessage> claims, int a, int b) {
        SignedMessage first = claims.get(a);
        SignedMessage second = claims.get(b);
        claims.set(
                a,
                new SignedMessage(first.key(), first.message(), first.tag(), second.signature()));
        claims.set(
                b,
                new SignedMessage(second.key(), second.message(), second.tag(), first.signature()));
    }

    private static BlsSecretKey key(int number) {
        byte[] seed = new byte[32];
        seed[0] = (byte) number;
        return BlsSecretKey.fromSeed(seed);
    }
}
