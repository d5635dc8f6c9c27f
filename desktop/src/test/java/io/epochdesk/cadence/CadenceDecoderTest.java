package io.epochdesk.cadence;

import static io.epochdesk.cadence.FaultAssert.malformed;

import static org.assertj.core.api.Assertions.assertThat;

import io.epochdesk.cadence.CadenceValue.AddressValue;
import io.epochdesk.cadence.CadenceValue.ArrayValue;
import io.epochdesk.cadence.CadenceValue.BoolValue;
import io.epochdesk.cadence.CadenceValue.CapabilityValue;
import io.epochdesk.cadence.CadenceValue.CharacterValue;
import io.epochdesk.cadence.CadenceValue.CompositeValue;
import io.epochdesk.cadence.CadenceValue.DictionaryValue;
import io.epochdesk.cadence.CadenceValue.Entry;
import io.epochdesk.cadence.CadenceValue.InclusiveRangeValue;
import io.epochdesk.cadence.CadenceValue.OptionalValue;
import io.epochdesk.cadence.CadenceValue.PathCapabilityValue;
import io.epochdesk.cadence.CadenceValue.PathValue;
import io.epochdesk.cadence.CadenceValue.StringValue;
import io.epochdesk.cadence.CadenceValue.Unknown;
import io.epochdesk.cadence.CadenceValue.VoidValue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;

class CadenceDecoderTest {

    private final CadenceDecoder decoder = new CadenceDecoder();

    @Test
    void readsVoid() {
        assertThat(decode("{\"type\":\"Void\"}")).isEqualTo(new VoidValue());
    }

    @Test
    void readsNilAndOptionals() {
        assertThat(decode("{\"type\":\"Optional\",\"value\":null}")).isEqualTo(CadenceValues.nil());
        assertThat(
                        decode(
                                "{\"type\":\"Optional\",\"value\":{\"type\":\"Optional\",\"value\":{\"type\":\"UInt8\",\"value\":\"1\"}}}"))
                .isEqualTo(new OptionalValue(new OptionalValue(CadenceValues.uint8(1))));
    }

    @Test
    void readsBooleans() {
        assertThat(value("Bool", "true")).isEqualTo(new BoolValue(true));
        assertThat(value("Bool", "false")).isEqualTo(new BoolValue(false));
    }

    @Test
    void readsStringsAndCharacters() {
        assertThat(value("String", "\"\"")).isEqualTo(new StringValue(""));
        assertThat(value("String", "\"Flow \\u2615\"")).isEqualTo(new StringValue("Flow ☕"));
        assertThat(value("Character", "\"👨‍👩‍👧\"")).isEqualTo(new CharacterValue("👨‍👩‍👧"));
    }

    @Test
    void readsAddressesOfAnyLengthUpToEightBytes() {
        assertThat(value("Address", "\"0x1\"")).isEqualTo(new AddressValue(new FlowAddress(1)));
        assertThat(value("Address", "\"0xF8d6e0586b0a20c7\""))
                .isEqualTo(new AddressValue(FlowAddress.of("f8d6e0586b0a20c7")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0x",
                "1",
                "0X01",
                "f8d6e0586b0a20c7",
                "0x1g",
                "0x11111111111111111",
                "0xé"
            })
    void refusesOtherAddresses(String address) {
        assertThat(malformed(json("Address", "\"" + address + "\""))).isNotEmpty();
    }

    @Test
    void readsArraysOfMixedTypes() {
        assertThat(value("Array", "[]")).isEqualTo(new ArrayValue(List.of()));
        assertThat(
                        value(
                                "Array",
                                "[" + json("UInt8", "\"1\"") + "," + json("String", "\"x\"") + "]"))
                .isEqualTo(new ArrayValue(List.of(CadenceValues.uint8(1), new StringValue("x"))));
    }

    @Test
    void readsDictionariesInTheOrderSent() {
        assertThat(
                        value(
                                "Dictionary",
                                "[{\"value\":"
                                        + json("UInt8", "\"2\"")
                                        + ",\"key\":"
                                        + json("String", "\"b\"")
                                        + "},{\"key\":"
                                        + json("String", "\"a\"")
                                        + ",\"value\":"
                                        + json("UInt8", "\"1\"")
                                        + "}]"))
                .isEqualTo(
                        new DictionaryValue(
                                List.of(
                                        new Entry(new StringValue("b"), CadenceValues.uint8(2)),
                                        new Entry(new StringValue("a"), CadenceValues.uint8(1)))));
    }

    @ParameterizedTest
    @EnumSource(CompositeKind.class)
    void readsCompositesOfEveryKind(CompositeKind kind) {
        String content =
                "{\"fields\":[{\"value\":"
                        + json("UInt64", "\"7\"")
                        + ",\"name\":\"counter\"},{\"name\":\"by\",\"value\":"
                        + json("Address", "\"0x1\"")
                        + "}],\"id\":\"A.f8d6e0586b0a20c7.FlowEpoch.Thing\"}";
        assertThat(value(kind.label(), content))
                .isEqualTo(
                        CadenceValues.composite(
                                kind,
                                "A.f8d6e0586b0a20c7.FlowEpoch.Thing",
                                CadenceValues.field("counter", CadenceValues.uint64(7)),
                                CadenceValues.field(
                                        "by", CadenceValues.address(new FlowAddress(1)))));
    }

    @Test
    void takesSeveralFieldsWithoutNameSinceAttachmentsComeSo() {
        String nameless = "{\"name\":\"\",\"value\":{\"type\":\"Void\"}}";
        CompositeValue struct =
                (CompositeValue)
                        value(
                                "Struct",
                                "{\"id\":\"S.x.S\",\"fields\":["
                                        + nameless
                                        + ","
                                        + nameless
                                        + "]}");
        assertThat(struct.fields()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 24, 25, 200})
    void refusesACompositeWithTheSameFieldTwice(int count) {
        StringBuilder fields = new StringBuilder();
        for (int i = 0; i < count; i++) {
            int name = i == count - 1 ? 0 : i;
            fields.append(i == 0 ? "" : ",")
                    .append("{\"name\":\"f" + name + "\",\"value\":{\"type\":\"Void\"}}");
        }
        assertThat(malformed(json("Struct", "{\"id\":\"S.x.S\",\"fields\":[" + fields + "]}")))
                .contains("twice");
    }

    @Test
    void readsPathsOfAllDomains() {
        for (String domain : List.of("storage", "public", "private")) {
            assertThat(
                            value(
                                    "Path",
                                    "{\"domain\":\""
                                            + domain
                                            + "\",\"identifier\":\"flowTokenVault\"}"))
                    .isEqualTo(new PathValue(domain, "flowTokenVault"));
        }
        assertThat(malformed(json("Path", "{\"domain\":\"shared\",\"identifier\":\"x\"}")))
                .contains("storage");
    }

    @Test
    void readsCapabilitiesOfToday() {
        assertThat(
                        value(
                                "Capability",
                                "{\"borrowType\":{\"kind\":\"Int\"},\"address\":\"0x2\",\"id\":\"18446744073709551615\"}"))
                .isEqualTo(
                        new CapabilityValue(
                                new BigInteger("18446744073709551615"),
                                new FlowAddress(2),
                                new CadenceType.Simple("Int")));
    }

    @Test
    void readsCapabilitiesOfOldChains() {
        PathCapabilityValue typed =
                new PathCapabilityValue(
                        new PathValue("public", "flowTokenReceiver"),
                        new FlowAddress(2),
                        new CadenceType.Named("&A.1.FlowToken.Vault{A.1.FungibleToken.Receiver}"));
        String borrowType = "\"borrowType\":\"&A.1.FlowToken.Vault{A.1.FungibleToken.Receiver}\"";
        assertThat(
                        value(
                                "Capability",
                                "{\"path\":\"/public/flowTokenReceiver\",\"address\":\"0x2\","
                                        + borrowType
                                        + "}"))
                .isEqualTo(typed);
        assertThat(
                        value(
                                "Capability",
                                "{\"path\":{\"type\":\"Path\",\"value\":{\"domain\":\"public\",\"identifier\":\"flowTokenReceiver\"}},\"address\":\"0x2\","
                                        + borrowType
                                        + "}"))
                .isEqualTo(typed);
        assertThat(
                        value(
                                "Capability",
                                "{\"path\":\"/public/flowTokenReceiver\",\"address\":\"0x2\",\"borrowType\":\"\"}"))
                .isEqualTo(new PathCapabilityValue(typed.path(), typed.address(), null));
    }

    @Test
    void readsInclusiveRanges() {
        assertThat(
                        value(
                                "InclusiveRange",
                                "{\"start\":"
                                        + json("Int", "\"1\"")
                                        + ",\"end\":"
                                        + json("Int", "\"9\"")
                                        + ",\"step\":"
                                        + json("Int", "\"2\"")
                                        + "}"))
                .isEqualTo(
                        new InclusiveRangeValue(
                                CadenceValues.integer(1),
                                CadenceValues.integer(9),
                                CadenceValues.integer(2)));
    }

    @Test
    void keepsWhatItDoesNotKnowAsItWasSent() {
        String json =
                "{\"value\" : [1, {\"type\":\"UInt8\",\"value\":\"999\"}, \"é\"],"
                        + " \"type\":\"Tensor\"}";
        assertThat(decode(json)).isEqualTo(new Unknown("Tensor", json));
        assertThat(value("Array", "[" + json + "," + json("UInt8", "\"1\"") + "]"))
                .isEqualTo(
                        new ArrayValue(
                                List.of(new Unknown("Tensor", json), CadenceValues.uint8(1))));
        assertThat(decode("{\"type\":\"Tensor\"}"))
                .isEqualTo(new Unknown("Tensor", "{\"type\":\"Tensor\"}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "null",
                "\"x\"",
                "{}",
                "{\"value\":1}",
                "{\"type\":1,\"value\":1}",
                "{\"type\":\"Bool\"}",
                "{\"type\":\"Bool\",\"value\":null}",
                "{\"type\":\"Bool\",\"value\":\"true\"}",
                "{\"type\":\"String\",\"value\":1}",
                "{\"type\":\"Character\",\"value\":\"\"}",
                "{\"type\":\"Optional\",\"value\":1}",
                "{\"type\":\"Array\",\"value\":{}}",
                "{\"type\":\"Array\",\"value\":[1]}",
                "{\"type\":\"Dictionary\",\"value\":{}}",
                "{\"type\":\"Dictionary\",\"value\":[{\"key\":{\"type\":\"Void\"}}]}",
                "{\"type\":\"Dictionary\",\"value\":[[]]}",
                "{\"type\":\"Struct\",\"value\":[]}",
                "{\"type\":\"Struct\",\"value\":{\"fields\":[]}}",
                "{\"type\":\"Struct\",\"value\":{\"id\":\"S.x.S\"}}",
                "{\"type\":\"Struct\",\"value\":{\"id\":1,\"fields\":[]}}",
                "{\"type\":\"Struct\",\"value\":{\"id\":\"S.x.S\",\"fields\":[{\"name\":1,\"value\":{\"type\":\"Void\"}}]}}",
                "{\"type\":\"Struct\",\"value\":{\"id\":\"S.x.S\",\"fields\":[{\"name\":\"a\"}]}}",
                "{\"type\":\"Path\",\"value\":\"/public/a\"}",
                "{\"type\":\"Type\",\"value\":{}}",
                "{\"type\":\"Type\",\"value\":{\"staticType\":1}}",
                "{\"type\":\"Type\",\"value\":{\"staticType\":{}}}",
                "{\"type\":\"Capability\",\"value\":{\"address\":\"0x1\",\"borrowType\":\"\"}}",
                "{\"type\":\"Capability\",\"value\":{\"address\":\"0x1\",\"borrowType\":\"\",\"path\":\"public/x\"}}",
                "{\"type\":\"Capability\",\"value\":{\"address\":\"0x1\",\"borrowType\":\"\",\"path\":{\"type\":\"Void\"}}}",
                "{\"type\":\"Function\",\"value\":{}}",
                "{\"type\":\"InclusiveRange\",\"value\":{\"start\":{\"type\":\"Void\"}}}"
            })
    void refusesAValueWithoutItsParts(String json) {
        assertThat(malformed(json)).isNotEmpty();
    }

    @Test
    void readsAStreamToItsEnd() throws IOException {
        byte[] json = json("UInt8", "\"1\"").getBytes(StandardCharsets.UTF_8);
        assertThat(decoder.decode(new ByteArrayInputStream(json)))
                .isEqualTo(CadenceValues.uint8(1));
    }

    @Test
    void forgetsTheTextItReadBefore() {
        decode(json("String", "\"" + "x".repeat(5_000) + "\\n\""));
        assertThat(value("String", "\"\\n\"")).isEqualTo(new StringValue("\n"));
        assertThat(malformed("{\"type\":\"String\"")).isNotEmpty();
        assertThat(value("String", "\"a\"")).isEqualTo(new StringValue("a"));
    }

    private CadenceValue value(String type, String content) {
        // The emulator sends the value before its type, so both orders must mean the same.
        CadenceValue value = decode(json(type, content));
        assertThat(decode("{\"type\":\"" + type + "\",\"value\":" + content + "}"))
                .isEqualTo(value);
        return value;
    }

    private static String json(String type, String content) {
        return "{\"value\":" + content + ",\"type\":\"" + type + "\"}";
    }

    private CadenceValue decode(String json) {
        return decoder.decode(json.getBytes(StandardCharsets.UTF_8));
    }
}
