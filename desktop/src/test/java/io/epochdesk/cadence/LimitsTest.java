package io.epochdesk.cadence;

import static io.epochdesk.cadence.FaultAssert.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.epochdesk.fault.CadenceFault.Kind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the decoder refuses for its size, and that what Flow really sends is far from it. */
class LimitsTest {

    private static final String VOID = "{\"type\":\"Void\"}";

    @Test
    void takesAValueAsDeepAsTheLimitAndNoDeeper() {
        CadenceDecoder decoder = new CadenceDecoder(new Limits(1 << 20, 20, 100, 1_000));
        assertThat(decoder.decode(nested(10))).isNotNull();
        assertThat(fault(Kind.TOO_DEEP, () -> decoder.decode(nested(11))).facts())
                .containsEntry("limit", "20");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[",
                "{\"a\":",
                "{\"type\":\"Array\",\"value\":[",
                "{\"kind\":\"Optional\",\"type\":"
            })
    void refusesEndlessNestingWithoutExhaustingTheStack(String piece) {
        fault(Kind.TOO_DEEP, () -> new CadenceDecoder().decode(utf8(piece.repeat(1_000_000))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    128 | {"type":"Array","value":[      | ]}
                    255 | {"type":"Optional","value":     | }
                    253 | {"kind":"Optional","type":      | }
                    """)
    void readsTheDeepestAllowedValueOnASmallStack(int times, String open, String close)
            throws InterruptedException {
        CadenceDecoder decoder =
                new CadenceDecoder(new Limits(1 << 20, Limits.MOST_DEPTH, 100, 100_000));
        String core = open.contains("kind") ? "{\"kind\":\"Int\"}" : open.contains("[") ? "" : VOID;
        String nested = open.repeat(times) + core + close.repeat(times);
        byte[] json =
                utf8(
                        open.contains("kind")
                                ? "{\"type\":\"Type\",\"value\":{\"staticType\":" + nested + "}}"
                                : nested);
        boolean[] same = new boolean[1];
        Thread thread =
                new Thread(
                        null,
                        () -> {
                            CadenceValue value = decoder.decode(json);
                            same[0] =
                                    decoder.decode(CadenceEncoder.encode(value)).equals(value)
                                            && !value.toString().isEmpty();
                        },
                        "small stack",
                        512 << 10);
        thread.start();
        thread.join();
        assertThat(same[0]).isTrue();
    }

    @Test
    void countsElementsAndMembersAllTogether() {
        CadenceDecoder decoder = new CadenceDecoder(new Limits(1 << 20, 20, 100, 11));
        // 2 members of the array, then 3 elements of 3 each: the array's 2 and 9 make 11.
        assertThat(decoder.decode(voids(3))).isNotNull();
        assertThat(fault(Kind.TOO_MANY_ELEMENTS, () -> decoder.decode(voids(4))).facts())
                .containsEntry("limit", "11");
    }

    @Test
    void refusesATextOfMoreElementsThanUsual() {
        fault(
                Kind.TOO_MANY_ELEMENTS,
                () -> new CadenceDecoder().decode(utf8("[" + "0,".repeat(5_000_000))));
    }

    @Test
    void refusesAnObjectWithMoreMembersThanTheFormatKnows() {
        String members =
                String.join(",", IntStream.range(0, 33).mapToObj(i -> "\"m" + i + "\":0").toList());
        fault(Kind.TOO_MANY_ELEMENTS, () -> new CadenceDecoder().decode(utf8("{" + members + "}")));
    }

    @Test
    void refusesMoreBytesThanTheLimitFromArraysAndStreams() {
        byte[] json = utf8("{\"type\":\"Void\"}");
        CadenceDecoder exact = new CadenceDecoder(new Limits(json.length, 5, 5, 5));
        CadenceDecoder less = new CadenceDecoder(new Limits(json.length - 1, 5, 5, 5));
        assertThat(exact.decode(json)).isEqualTo(new CadenceValue.VoidValue());
        assertThat(fault(Kind.MALFORMED, () -> less.decode(json)).detail()).contains("longer than");
        fault(Kind.MALFORMED, () -> less.decode(new ByteArrayInputStream(json)));
    }

    @Test
    void takesTheSetupOfAnEpochTenTimesTheSizeOfMainnet() {
        CadenceValue decoded = new CadenceDecoder().decode(EpochSetupSample.json(2_400));
        assertThat(Shape.of(decoded).field("nodeInfo").list()).hasSize(2_400);
    }

    @Test
    void takesAWhiteboardOfTwentyThousandMessagesAndThirtyMegabytes() {
        String content = "{\\\"Data\\\":\\\"" + "QUJDREVG".repeat(180) + "\\\"}";
        String message =
                "{\"value\":{\"id\":\"A.8624b52f9ddcd04a.FlowDKG.Message\",\"fields\":[{\"value\":{\"value\":\""
                        + "ab".repeat(32)
                        + "\",\"type\":\"String\"},\"name\":\"nodeID\"},{\"value\":{\"value\":\""
                        + content
                        + "\",\"type\":\"String\"},\"name\":\"content\"}]},\"type\":\"Struct\"}";
        byte[] json =
                utf8(
                        "{\"value\":["
                                + String.join(
                                        ",", Stream.generate(() -> message).limit(20_000).toList())
                                + "],\"type\":\"Array\"}");
        assertThat(json.length).isGreaterThan(30_000_000);
        assertThat(Shape.of(new CadenceDecoder().decode(json)).list()).hasSize(20_000);
    }

    @Test
    void refusesLimitsThatWouldNotProtect() {
        assertThatThrownBy(() -> new Limits(0, 1, 1, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Limits(Integer.MAX_VALUE, 1, 1, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Limits(1, 1_000_000, 1, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Limits(1, 1, 0, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Limits(1, 1, 1, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] nested(int arrays) {
        return utf8("{\"type\":\"Array\",\"value\":[".repeat(arrays) + "]}".repeat(arrays));
    }

    private static byte[] voids(int count) {
        return utf8(
                "{\"type\":\"Array\",\"value\":["
                        + String.join(
                                ",",
                                java.util.Collections.nCopies(count, "{\"type\":\"Void\",\"a\":0}"))
                        + "]}");
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
