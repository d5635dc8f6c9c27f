package io.epochdesk.cadence;

import static io.epochdesk.cadence.FaultAssert.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.epochdesk.cadence.CadenceValue.BigIntegerValue;
import io.epochdesk.cadence.CadenceValue.CapabilityValue;
import io.epochdesk.cadence.CadenceValue.FixedPointValue;
import io.epochdesk.cadence.CadenceValue.OptionalValue;
import io.epochdesk.fault.CadenceFault.Kind;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What is sent to the chain, to the letter, and values that cannot be made. */
class CadenceEncoderTest {

    @Test
    void writesArgumentsAsTheChainExpectsThem() {
        assertThat(written(CadenceValues.uint64(5)))
                .isEqualTo("{\"type\":\"UInt64\",\"value\":\"5\"}");
        assertThat(written(CadenceValues.ufix64("12.5")))
                .isEqualTo("{\"type\":\"UFix64\",\"value\":\"12.50000000\"}");
        assertThat(written(CadenceValues.address(FlowAddress.of("1"))))
                .isEqualTo("{\"type\":\"Address\",\"value\":\"0x0000000000000001\"}");
        assertThat(written(CadenceValues.nil()))
                .isEqualTo("{\"type\":\"Optional\",\"value\":null}");
        assertThat(written(new CadenceValue.VoidValue())).isEqualTo("{\"type\":\"Void\"}");
        assertThat(
                        written(
                                CadenceValues.array(
                                        CadenceValues.bool(true), CadenceValues.bool(false))))
                .isEqualTo(
                        "{\"type\":\"Array\",\"value\":[{\"type\":\"Bool\",\"value\":true},"
                                + "{\"type\":\"Bool\",\"value\":false}]}");
        assertThat(
                        written(
                                CadenceValues.dictionary(
                                        Map.of(CadenceValues.string("a"), CadenceValues.uint8(1)))))
                .isEqualTo(
                        "{\"type\":\"Dictionary\",\"value\":[{\"key\":{\"type\":\"String\",\"value\":\"a\"},"
                            + "\"value\":{\"type\":\"UInt8\",\"value\":\"1\"}}]}");
        assertThat(written(CadenceValues.path("storage", "flowTokenVault")))
                .isEqualTo(
                        "{\"type\":\"Path\",\"value\":{\"domain\":\"storage\",\"identifier\":\"flowTokenVault\"}}");
    }

    @Test
    void writesTextBeyondAsciiInUtf8AndEscapesWhatJsonMust() {
        assertThat(written(CadenceValues.string("\"\\\b\f\n\r\t\u0001é😀/")))
                .isEqualTo(
                        "{\"type\":\"String\",\"value\":\"\\\"\\\\\\b\\f\\n\\r\\t\\u0001é😀/\"}");
    }

    @Test
    void refusesAValueDeeperThanAnyDecoderTakes() {
        CadenceValue value = CadenceValues.nil();
        for (int i = 0; i < 100_000; i++) {
            value = new OptionalValue(value);
        }
        CadenceValue deep = value;
        fault(Kind.TOO_DEEP, () -> CadenceEncoder.encode(deep));
    }

    @Test
    void refusesATypeDeeperThanAnyDecoderTakes() {
        CadenceType type = new CadenceType.Simple("Int");
        for (int i = 0; i < 100_000; i++) {
            type = new CadenceType.Optional(type);
        }
        CadenceValue deep = new CadenceValue.TypeValue(type);
        fault(Kind.TOO_DEEP, () -> CadenceEncoder.encode(deep));
    }

    @Test
    void cannotBeGivenNumbersOutsideTheirTypes() {
        assertThatThrownBy(() -> CadenceValues.uint8(256))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CadenceValues.uint64(-1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CadenceValues.ufix64("-1.0"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CadenceValues.ufix64("0.000000001"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CadenceValues.ufix64("1E+999999999"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CadenceValues.ufix64("184467440737.09551616"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new FixedPointValue(FixedPointType.UFIX64, new BigDecimal("1.5")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new BigIntegerValue(IntegerType.INT, BigInteger.ONE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () -> new CapabilityValue(BigInteger.valueOf(-1), new FlowAddress(1), null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String written(CadenceValue value) {
        return new String(CadenceEncoder.encode(value), StandardCharsets.UTF_8);
    }
}
