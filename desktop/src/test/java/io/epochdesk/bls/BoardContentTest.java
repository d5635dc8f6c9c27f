package io.epochdesk.bls;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;

/** Content of the board, as Go's decoder would read it; and what is signed of it. */
class BoardContentTest {

    @Test
    void namesMatchWithoutRegardToCaseAndTheLastWins() {
        BoardContent content =
                BoardContent.parse(
                                "{\"DATA\":\"AQ==\",\"more\":[{\"a\":[1]}],\"data\":\"AgM=\","
                                        + "\"dkginstanceid\":\"x\",\"Signature\":null} ")
                        .orElseThrow();
        assertThat(content.data()).containsExactly(2, 3);
        assertThat(content.instanceId()).isEqualTo("x");
    }

    @Test
    void missingFieldsAreEmpty() {
        BoardContent content = BoardContent.parse("{}").orElseThrow();
        assertThat(content.data()).isEmpty();
        assertThat(content.instanceId()).isEmpty();
        assertThat(content.isSignedBy(BlsSecretKey.fromSeed(new byte[32]).publicKey())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "{}{}",
                "{} x",
                "{\"Data\":1}",
                "{\"Data\":\"A\"}",
                "{\"Data\":\"AQ\"}",
                "{\"Data\":\"A_==\"}",
                "{\"DKGInstanceID\":7}",
                "{\"Data\":\"AQ==\",}"
            })
    void otherTextIsRefused(String text) {
        assertThat(BoardContent.parse(text)).isEmpty();
    }

    @Property(tries = 200)
    void anyTextIsReadOrRefused(@ForAll String text) {
        assertThat(BoardContent.parse(text)).isNotNull();
        assertThat(BoardContent.parse("{\"Data\":\"" + text + "\"}")).isNotNull();
    }

    @Property(tries = 200)
    void whatIsWrittenIsReadBack(@ForAll byte[] data, @ForAll String instance) {
        BoardContent content = new BoardContent(data, instance, new byte[48]);
        BoardContent back = BoardContent.parse(content.json()).orElseThrow();
        assertThat(back.data()).isEqualTo(data);
        assertThat(back.instanceId()).isEqualTo(instance);
    }

    /** Examples of the RLP definition (Ethereum yellow paper, appendix B). */
    @Test
    void listsAreEncodedAsDefined() {
        byte[] cat = "cat".getBytes(StandardCharsets.US_ASCII);
        byte[] dog = "dog".getBytes(StandardCharsets.US_ASCII);
        assertThat(Rlp.list(cat, dog)).isEqualTo(Recorded.bytes("c88363617483646f67"));
        assertThat(Rlp.list()).isEqualTo(Recorded.bytes("c0"));
        assertThat(Rlp.list(new byte[0], new byte[] {0}, new byte[] {(byte) 0x80}))
                .isEqualTo(Recorded.bytes("c480008180"));
        assertThat(Rlp.list(new byte[56])).startsWith(0xf8, 58, 0xb8, 56).hasSize(60);
        assertThat(Rlp.list(new byte[1024])).startsWith(0xf9, 4, 3, 0xb9, 4, 0).hasSize(1030);
    }
}
