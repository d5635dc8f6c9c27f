package io.epochdesk.cadence;

import static io.epochdesk.cadence.FaultAssert.fault;
import static io.epochdesk.cadence.FaultAssert.faultOf;

import static org.assertj.core.api.Assertions.assertThat;

import io.epochdesk.cadence.CadenceValue.StringValue;
import io.epochdesk.fault.CadenceFault.Kind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;

/** What is JSON and what is not, character by character. */
class JsonGrammarTest {

    private final CadenceDecoder decoder = new CadenceDecoder();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "}",
                "[",
                "{]",
                "[}",
                "[1,]",
                "[,1]",
                "[1 2]",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1,}",
                "{,\"a\":1}",
                "{\"a\":1 \"b\":2}",
                "{a:1}",
                "{'a':1}",
                "{1:1}",
                "nul",
                "nulL",
                "True",
                "NaN",
                "Infinity",
                "-Infinity",
                "undefined",
                "+1",
                "01",
                "-",
                "-a",
                "1.",
                ".5",
                "1.e3",
                "1e",
                "1e+",
                "0x10",
                "\"open",
                "\"\\",
                "\"\\\"",
                "\"\\x\"",
                "\"\\u12\"",
                "\"\\u12G4\"",
                "\"\\ud800\"",
                "\"\\ud800x\"",
                "\"\\ud800\\n\"",
                "\"\\ud800\\u0041\"",
                "\"\\udc00\"",
                "\"\\udc00\\ud800\"",
                "\"a\tb\"",
                "\"a\nb\"",
                "\"a\u0000b\"",
                "// comment",
                "/* comment */ {\"type\":\"Void\"}",
                "\uFEFF{\"type\":\"Void\"}",
                "{\"type\":\"Void\"}x",
                "{\"type\":\"Void\"}{\"type\":\"Void\"}",
                "{\"type\":\"Void\"},",
                "{\"type\":\"Void\"}\u0000",
                "\u00A0{\"type\":\"Void\"}",
                "{\"type\":\"Void\",\"type\":\"Void\"}",
                "{\"type\":\"Void\",\"t\\u0079pe\":\"Void\"}",
                "{\"type\":\"Void\",\"x\":{\"a\":1,\"b\":2,\"a\":1}}"
            })
    void isNotTheJsonOfAValue(String text) {
        faultOf(Kind.MALFORMED, text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {"type":"String","value":"a" | 28
                    {"type":"Void"} x            | 16
                    {"type":"Void",}             | 15
                    {"type":"Bool","value":yes}  | 23
                    {"type":"UInt8","value":"1x"} | 24
                    {"type":"Bool","value":"no"} | 23
                    """)
    void saysWhereItGoesWrong(String text, String position) {
        assertThat(faultOf(Kind.MALFORMED, text).facts()).containsEntry("position", position);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "10",
                "-1.5",
                "1e5",
                "1E-5",
                "0.0e+0",
                "true",
                "null",
                "\"\"",
                "[]",
                "{}",
                "[[],{}]",
                "\"\\u00e9\\ud83d\\ude00\\/\""
            })
    void passesOverUnknownMembersOfAnyJson(String json) {
        assertThat(decode("{\"type\":\"Void\",\"more\":" + json + "}"))
                .isEqualTo(new CadenceValue.VoidValue());
    }

    @Test
    void takesBlanksBetweenAllTokens() {
        assertThat(
                        decode(
                                " \t\r\n"
                                        + "{ \"value\" : [ { \"type\" : \"Void\" } ,"
                                        + " {\"type\":\"Void\"} ] ,\"type\":\"Array\" } \n"))
                .isEqualTo(
                        CadenceValues.array(
                                new CadenceValue.VoidValue(), new CadenceValue.VoidValue()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    \\"\\\\\\/\\b\\f\\n\\r\\t | 22 5c 2f 08 0c 0a 0d 09
                    \\u0000\\u001F\\u00e9     | 00 1f e9
                    \\ud83d\\ude00            | 1f600
                    \\u2028\\uFFFF            | 2028 ffff
                    a\\u0041é😀\\n            | 61 41 e9 1f600 0a
                    12345678é                 | 31 32 33 34 35 36 37 38 e9
                    1234567\\"                | 31 32 33 34 35 36 37 22
                    """)
    void readsEscapesAndCharactersBeyondAscii(String escaped, String codePoints) {
        StringBuilder expected = new StringBuilder();
        for (String codePoint : codePoints.split(" ", -1)) {
            expected.appendCodePoint(Integer.parseInt(codePoint, 16));
        }
        assertThat(decode("{\"type\":\"String\",\"value\":\"" + escaped + "\"}"))
                .isEqualTo(new StringValue(expected.toString()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "80",
                "bf",
                "c0 80",
                "c1 bf",
                "c3",
                "c3 28",
                "e0 80 80",
                "e0 9f bf",
                "e2 82",
                "e2 28 a1",
                "ed a0 80",
                "ed bf bf",
                "f0 80 80 80",
                "f0 8f bf bf",
                "f0 9f 98",
                "f4 90 80 80",
                "f5 80 80 80",
                "ff",
                "fe"
            })
    void refusesWhatIsNotUtf8(String bytes) {
        byte[] before = "{\"type\":\"String\",\"value\":\"12345".getBytes(StandardCharsets.UTF_8);
        byte[] after = "\"}".getBytes(StandardCharsets.UTF_8);
        byte[] wrong = java.util.HexFormat.ofDelimiter(" ").parseHex(bytes);
        var text = new java.io.ByteArrayOutputStream();
        text.writeBytes(before);
        text.writeBytes(wrong);
        text.writeBytes(after);
        fault(Kind.MALFORMED, () -> decoder.decode(text.toByteArray()));
    }

    @ParameterizedTest
    @ValueSource(ints = {0x80, 0x7FF, 0x800, 0xD7FF, 0xE000, 0xFFFD, 0x10000, 0x10FFFF})
    void takesUtf8AtEveryBorder(int codePoint) {
        String text = "x" + Character.toString(codePoint) + "x";
        assertThat(decode("{\"type\":\"String\",\"value\":\"" + text + "\"}"))
                .isEqualTo(new StringValue(text));
    }

    private CadenceValue decode(String json) {
        return decoder.decode(json.getBytes(StandardCharsets.UTF_8));
    }
}
