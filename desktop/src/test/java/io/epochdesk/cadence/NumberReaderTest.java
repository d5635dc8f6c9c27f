package io.epochdesk.cadence;

import static io.epochdesk.cadence.FaultAssert.faultOf;

import static org.assertj.core.api.Assertions.assertThat;

import io.epochdesk.cadence.CadenceValue.BigIntegerValue;
import io.epochdesk.cadence.CadenceValue.FixedPointValue;
import io.epochdesk.cadence.CadenceValue.IntegerValue;
import io.epochdesk.fault.CadenceFault.Kind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** Numbers of every type at the borders of their ranges. */
class NumberReaderTest {

    private final CadenceDecoder decoder = new CadenceDecoder();

    static Stream<Arguments> boundedTypes() {
        return Stream.of(IntegerType.values())
                .filter(type -> type.digits() != Integer.MAX_VALUE)
                .map(
                        type -> {
                            int bits = Integer.parseInt(type.label().replaceAll("\\D+", ""));
                            BigInteger values = BigInteger.TWO.pow(bits);
                            return type.signed()
                                    ? Arguments.of(
                                            type,
                                            values.shiftRight(1).negate(),
                                            values.shiftRight(1).subtract(BigInteger.ONE))
                                    : Arguments.of(
                                            type, BigInteger.ZERO, values.subtract(BigInteger.ONE));
                        });
    }

    @ParameterizedTest
    @MethodSource("boundedTypes")
    void readsTheLeastAndTheMostOfAType(IntegerType type, BigInteger least, BigInteger most) {
        assertThat(integer(type, least.toString())).isEqualTo(CadenceValues.integer(type, least));
        assertThat(integer(type, most.toString())).isEqualTo(CadenceValues.integer(type, most));
    }

    @ParameterizedTest
    @MethodSource("boundedTypes")
    void refusesTheNextNumberBeyond(IntegerType type, BigInteger least, BigInteger most) {
        for (BigInteger beyond :
                new BigInteger[] {least.subtract(BigInteger.ONE), most.add(BigInteger.ONE)}) {
            assertThat(faultOf(Kind.OUT_OF_RANGE, json(type.label(), beyond.toString())).facts())
                    .containsEntry("type", type.label())
                    .containsEntry("value", beyond.toString());
        }
    }

    @ParameterizedTest
    @MethodSource("boundedTypes")
    void refusesMoreDigitsThanTheTypeHas(IntegerType type, BigInteger least, BigInteger most) {
        assertThat(faultOf(Kind.TOO_MANY_DIGITS, json(type.label(), most + "0")).facts())
                .containsEntry("limit", Integer.toString(type.digits()));
        assertThat(integer(type, "0".repeat(type.digits()))).isEqualTo(new IntegerValue(type, 0));
    }

    @ParameterizedTest
    @EnumSource(
            value = IntegerType.class,
            names = {"INT", "UINT"})
    void readsUnboundedIntegersExactly(IntegerType type) {
        String digits = "9".repeat(4_096);
        assertThat(integer(type, digits))
                .isEqualTo(new BigIntegerValue(type, new BigInteger(digits)));
        assertThat(faultOf(Kind.TOO_MANY_DIGITS, json(type.label(), digits + "9")).facts())
                .containsEntry("limit", "4096");
    }

    @Test
    void keepsWhateverFitsSixtyFourSignedBitsInALong() {
        assertThat(integer(IntegerType.INT, "-9223372036854775808"))
                .isEqualTo(new IntegerValue(IntegerType.INT, Long.MIN_VALUE));
        assertThat(integer(IntegerType.UINT64, "9223372036854775807"))
                .isEqualTo(new IntegerValue(IntegerType.UINT64, Long.MAX_VALUE));
        assertThat(integer(IntegerType.UINT64, "9223372036854775808"))
                .isEqualTo(
                        new BigIntegerValue(
                                IntegerType.UINT64, new BigInteger("9223372036854775808")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "+1",
                "1.0",
                "1e3",
                "0x1",
                "1_000",
                " 1",
                "1 ",
                "--1",
                "NaN",
                "one",
                "１",
                "1\\u0000"
            })
    void refusesWhatIsNotADecimalInteger(String text) {
        faultOf(Kind.MALFORMED, json("Int", text));
    }

    @ParameterizedTest
    @CsvSource({
        "UFix64, 0.00000000, 0.0",
        "UFix64, 184467440737.09551615, 184467440737.09551615",
        "UFix64, 1.5, 1.50000000",
        "UFix64, 10270000.00000000, 10270000.00000000",
        "Fix64, -92233720368.54775808, -92233720368.54775808",
        "Fix64, 92233720368.54775807, 92233720368.54775807",
        "Fix64, -0.00000001, -0.00000001",
        "Fix128, -170141183460469.231731687303715884105728,"
                + " -170141183460469.231731687303715884105728",
        "Fix128, 170141183460469.231731687303715884105727,"
                + " 170141183460469.231731687303715884105727",
        "UFix128, 340282366920938.463463374607431768211455,"
                + " 340282366920938.463463374607431768211455",
        "UFix128, 0.000000000000000000000001, 0.000000000000000000000001"
    })
    void readsFixedPointNumbersExactly(String label, String text, BigDecimal expected) {
        FixedPointType type = FixedPointType.valueOf(label.toUpperCase(java.util.Locale.ROOT));
        assertThat(decode(json(label, text)))
                .isEqualTo(new FixedPointValue(type, expected.setScale(type.scale())));
    }

    @ParameterizedTest
    @CsvSource({
        "UFix64, 184467440737.09551616, OUT_OF_RANGE",
        "UFix64, 999999999999.0, OUT_OF_RANGE",
        "UFix64, -1.0, OUT_OF_RANGE",
        "UFix64, 1000000000000.0, TOO_MANY_DIGITS",
        "UFix64, 1.000000001, TOO_MANY_DIGITS",
        "Fix64, 92233720368.54775808, OUT_OF_RANGE",
        "Fix64, -92233720368.54775809, OUT_OF_RANGE",
        "Fix128, 170141183460469.231731687303715884105728, OUT_OF_RANGE",
        "UFix128, 340282366920938.463463374607431768211456, OUT_OF_RANGE",
        "UFix128, 1.0000000000000000000000000, TOO_MANY_DIGITS",
        "UFix64, 1, MALFORMED",
        "UFix64, 1., MALFORMED",
        "UFix64, .5, MALFORMED",
        "UFix64, 1.5.5, MALFORMED",
        "UFix64, 1.-5, MALFORMED",
        "UFix64, 1e5, MALFORMED",
        "UFix64, NaN, MALFORMED"
    })
    void refusesOtherFixedPointNumbers(String label, String text, Kind kind) {
        faultOf(kind, json(label, text));
    }

    @Test
    void readsADigitThatWasSentAsAnEscape() {
        assertThat(integer(IntegerType.UINT8, "\\u0031")).isEqualTo(CadenceValues.uint8(1));
    }

    private CadenceValue integer(IntegerType type, String digits) {
        return decode(json(type.label(), digits));
    }

    private CadenceValue decode(String json) {
        return decoder.decode(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String json(String type, String text) {
        return "{\"value\":\"" + text + "\",\"type\":\"" + type + "\"}";
    }
}
