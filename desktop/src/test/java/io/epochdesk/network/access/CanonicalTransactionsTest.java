package io.epochdesk.network.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.fault.FaultException;
import io.epochdesk.keys.AccountPrivateKey;
import io.epochdesk.keys.HashAlgorithm;
import io.epochdesk.keys.SignatureAlgorithm;
import io.epochdesk.network.KeySignature;
import io.epochdesk.network.ProposalKey;
import io.epochdesk.network.TransactionBody;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Judged by what flow-go-sdk v1.10.2 wrote ({@code go-sdk-transactions.json}). */
class CanonicalTransactionsTest {

    private static final HexFormat HEX = HexFormat.of();
    private static final int TAG = 32;

    private final CanonicalTransactions codec = new CanonicalTransactions();

    private static Stream<JsonNode> recorded() throws IOException {
        try (InputStream file =
                CanonicalTransactionsTest.class.getResourceAsStream("go-sdk-transactions.json")) {
            return StreamSupport.stream(new ObjectMapper().readTree(file).spliterator(), false);
        }
    }

    private static byte[] bytes(JsonNode vector, String field) {
        return HEX.parseHex(vector.path(field).asText());
    }

    @TestFactory
    Stream<DynamicTest> whatFlowGoSdkWroteIsReadAndWrittenTheSame() throws IOException {
        return recorded()
                .map(vector -> DynamicTest.dynamicTest(name(vector), () -> compare(vector)));
    }

    private static String name(JsonNode vector) {
        return vector.path("name").asText();
    }

    private void compare(JsonNode vector) {
        TransactionBody read = codec.decode(bytes(vector, "whole"));

        assertThat(HEX.formatHex(codec.encode(read))).isEqualTo(vector.path("whole").asText());
        assertThat(codec.id(read)).isEqualTo(vector.path("id").asText());
        assertThat(HEX.formatHex(codec.payloadMessage(read), TAG, TAG + length(vector, "payload")))
                .isEqualTo(vector.path("payload").asText());
        assertThat(
                        HEX.formatHex(
                                codec.envelopeMessage(read), TAG, TAG + length(vector, "envelope")))
                .isEqualTo(vector.path("envelope").asText());
        assertThat(codec.decode(bytes(vector, "payload"))).isEqualTo(read.unsigned());
        assertThat(codec.decode(bytes(vector, "envelope")).payloadSignatures())
                .isEqualTo(read.payloadSignatures());
    }

    private static int length(JsonNode vector, String field) {
        return bytes(vector, field).length;
    }

    @Test
    void whatFlowGoSdkSignedVerifiesHere() throws IOException {
        JsonNode vector = recorded().reduce((_, later) -> later).orElseThrow();
        TransactionBody read = codec.decode(bytes(vector, "whole"));
        KeySignature signature = read.envelopeSignatures().getFirst();
        try (AccountPrivateKey key =
                AccountPrivateKey.of(
                        SignatureAlgorithm.ECDSA_P256, HEX.parseHex("1b".repeat(32)))) {
            assertThat(
                            key.publicKey()
                                    .verifies(
                                            HashAlgorithm.SHA3_256,
                                            codec.envelopeMessage(read),
                                            HEX.parseHex(signature.signature())))
                    .isTrue();
        }
    }

    @Test
    void signaturesComeIntoTheChainsOrderHoweverTheyCame() {
        FlowAddress account = FlowAddress.of("f8d6e0586b0a20c7");
        TransactionBody unsigned =
                TransactionBody.ofOne(
                        "transaction {}",
                        List.of(),
                        "00".repeat(32),
                        new ProposalKey(account, 3, 1));
        KeySignature late = new KeySignature(account, 7, "09".repeat(64));
        KeySignature early = new KeySignature(account, 0, "01".repeat(64));

        TransactionBody signed = unsigned.with(late).with(early).with(late);

        assertThat(signed.envelopeSignatures()).containsExactly(early, late);
        assertThat(signed.unsigned()).isEqualTo(unsigned);
    }

    @TestFactory
    Stream<DynamicTest> everyOtherFormIsRefused() throws IOException {
        JsonNode vector = recorded().skip(1).findFirst().orElseThrow();
        byte[] whole = bytes(vector, "whole");
        return Stream.of(
                refused("nothing", new byte[0]),
                refused("a byte string", new byte[] {1}),
                refused("an empty list", new byte[] {(byte) 0xc0}),
                refused("cut short", Arrays.copyOf(whole, whole.length - 1)),
                refused("something behind it", Arrays.copyOf(whole, whole.length + 1)),
                refused("a length with a leading zero", longer(whole)),
                refused("too large", new byte[TransactionReader.LARGEST + 1]));
    }

    /** The same list with one digit more for its length. */
    private static byte[] longer(byte[] whole) {
        byte[] other = new byte[whole.length + 1];
        other[0] = (byte) (whole[0] + 1);
        System.arraycopy(whole, 1, other, 2, whole.length - 1);
        return other;
    }

    private DynamicTest refused(String name, byte[] bytes) {
        return DynamicTest.dynamicTest(
                name,
                () ->
                        assertThatThrownBy(() -> codec.decode(bytes))
                                .isInstanceOf(FaultException.class)
                                .hasMessageContaining("TXN-801"));
    }

    @Property(tries = 500)
    void anyBytesAreReadToTheSameBytesOrRefused(@ForAll @Size(max = 120) byte[] bytes) {
        try {
            TransactionBody read = codec.decode(bytes);
            assertThat(codec.encode(read)).endsWith((byte) 0xc0);
        } catch (FaultException e) {
            assertThat(e.fault().code()).isEqualTo("TXN-801");
        }
    }

    @Property(tries = 300)
    void aChangedByteIsRefusedOrMakesAnotherTransaction(@ForAll int at, @ForAll byte change)
            throws IOException {
        byte[] whole = bytes(recorded().skip(2).findFirst().orElseThrow(), "whole");
        TransactionBody before = codec.decode(whole);
        int place = Math.floorMod(at, whole.length);
        byte was = whole[place];
        whole[place] = change;
        try {
            assertThat(codec.decode(whole).equals(before)).isEqualTo(was == change);
        } catch (FaultException e) {
            assertThat(e.fault().code()).isEqualTo("TXN-801");
        }
    }
}
