package io.epochdesk.cadence;

import static org.assertj.core.api.Assertions.assertThat;

import io.epochdesk.cadence.CadenceValue.StringValue;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.io.IOException;

/** What is encoded is decoded to the same value, whatever the value. */
class RoundTripTest {

    private final CadenceDecoder decoder = new CadenceDecoder();

    @Property(tries = 3_000)
    void everyValueComesBack(@ForAll("values") CadenceValue value) {
        assertThat(decoder.decode(CadenceEncoder.encode(value))).isEqualTo(value);
    }

    @Property(tries = 500)
    void everyEncodedValueIsJson(@ForAll("values") CadenceValue value) throws IOException {
        assertThat(Sample.JSON.readTree(CadenceEncoder.encode(value)).has("type")).isTrue();
    }

    @Property(tries = 2_000)
    void anotherWritersStringsAreReadTheSame(@ForAll("texts") String text) throws IOException {
        var json = Sample.JSON.createObjectNode().put("value", text).put("type", "String");
        assertThat(decoder.decode(Sample.JSON.writeValueAsBytes(json)))
                .isEqualTo(new StringValue(text));
    }

    @Property(tries = 1_000)
    void escapesOfEveryCharacterAreReadTheSame(@ForAll("texts") String text) {
        StringBuilder escaped = new StringBuilder();
        text.chars().forEach(unit -> escaped.append(String.format("\\u%04x", unit)));
        byte[] json =
                ("{\"type\":\"String\",\"value\":\"" + escaped + "\"}")
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        assertThat(decoder.decode(json)).isEqualTo(new StringValue(text));
    }

    @Provide
    Arbitrary<CadenceValue> values() {
        return AnyValue.values();
    }

    @Provide
    Arbitrary<String> texts() {
        return AnyValue.texts();
    }
}
