package io.epochdesk.cadence;

import static io.epochdesk.cadence.CadenceValues.array;
import static io.epochdesk.cadence.CadenceValues.composite;
import static io.epochdesk.cadence.CadenceValues.dictionary;
import static io.epochdesk.cadence.CadenceValues.field;
import static io.epochdesk.cadence.CadenceValues.nil;
import static io.epochdesk.cadence.CadenceValues.optional;
import static io.epochdesk.cadence.CadenceValues.string;
import static io.epochdesk.cadence.CadenceValues.ufix64;
import static io.epochdesk.cadence.CadenceValues.uint64;
import static io.epochdesk.cadence.CadenceValues.uint8;
import static io.epochdesk.cadence.FaultAssert.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.epochdesk.cadence.CadenceValue.DictionaryValue;
import io.epochdesk.cadence.CadenceValue.Entry;
import io.epochdesk.fault.CadenceFault;
import io.epochdesk.fault.CadenceFault.Kind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

class ShapeTest {

    private static final BigInteger MOST_UINT64 = new BigInteger("18446744073709551615");

    @Test
    void readsTheFieldsOfAComposite() {
        Shape shape =
                Shape.of(
                        composite(
                                CompositeKind.STRUCT,
                                "S.x.S",
                                field("counter", uint64(7)),
                                field("weights", array(ufix64("1.5"), ufix64("0.25"))),
                                field("key", optional(string("ab"))),
                                field("none", nil())));
        assertThat(shape.typeId()).isEqualTo("S.x.S");
        assertThat(shape.field("counter").asUInt64()).isEqualTo(7);
        assertThat(shape.field("weights").list(Shape::asUFix64))
                .extracting(Object::toString)
                .containsExactly("1.50000000", "0.25000000");
        assertThat(shape.field("key").optional(Shape::asString)).contains("ab");
        assertThat(shape.field("none").optional(Shape::asString)).isEmpty();
        assertThat(shape.fieldIfAny("counter").map(Shape::asUInt64)).contains(7L);
        assertThat(shape.fieldIfAny("later")).isEmpty();
    }

    @Test
    void readsDictionariesInTheOrderSent() {
        Map<CadenceValue, CadenceValue> pairs = new LinkedHashMap<>();
        pairs.put(string("b"), uint8(2));
        pairs.put(string("a"), uint8(1));
        assertThat(Shape.of(dictionary(pairs)).dictionary(Shape::asString, Shape::asUInt8))
                .containsExactly(entry("b", 2), entry("a", 1));
    }

    @Test
    void refusesADictionaryWithAKeyTwice() {
        CadenceValue twice =
                new DictionaryValue(
                        List.of(
                                new Entry(string("a"), uint8(1)),
                                new Entry(string("a"), uint8(1))));
        Shape shape = Shape.of(twice, "votes");
        CadenceFault fault =
                fault(
                        Kind.UNEXPECTED_SHAPE,
                        () -> shape.dictionary(Shape::asString, Shape::asUInt8));
        assertThat(fault.facts()).containsEntry("expected", "votes{\"a\"}: each key once");
    }

    @Test
    void refusesADictionaryWhoseKeysAreReadAlike() {
        CadenceValue alike =
                new DictionaryValue(
                        List.of(new Entry(uint8(1), uint8(1)), new Entry(uint64(1), uint8(2))));
        fault(
                Kind.UNEXPECTED_SHAPE,
                () -> Shape.of(alike).dictionary(Shape::asLong, Shape::asUInt8));
    }

    @Test
    void readsEnumsPathsAndAddresses() {
        assertThat(
                        Shape.of(
                                        composite(
                                                CompositeKind.ENUM,
                                                "A.1.E.Phase",
                                                field("rawValue", uint8(2))))
                                .asEnumRaw())
                .isEqualTo(2);
        assertThat(Shape.of(CadenceValues.path("storage", "vault")).asPath())
                .isEqualTo("/storage/vault");
        FlowAddress address = FlowAddress.of("0x1");
        assertThat(Shape.of(CadenceValues.address(address)).asAddress()).isEqualTo(address);
        assertThat(Shape.of(CadenceValues.bool(true)).asBool()).isTrue();
    }

    @Test
    void readsIntegersOfEveryTypeWhereTheTypeDoesNotMatter() {
        assertThat(Shape.of(CadenceValues.integer(-3)).asLong()).isEqualTo(-3);
        assertThat(Shape.of(CadenceValues.integer(-3)).asInt()).isEqualTo(-3);
        assertThat(Shape.of(CadenceValues.uint16(3)).asUInt16()).isEqualTo(3);
        assertThat(Shape.of(CadenceValues.uint32(4_294_967_295L)).asUInt32())
                .isEqualTo(4_294_967_295L);
        assertThat(Shape.of(CadenceValues.integer(IntegerType.UINT64, MOST_UINT64)).asBigInteger())
                .isEqualTo(MOST_UINT64);
    }

    @Test
    void refusesAUInt64ThatDoesNotFitALong() {
        Shape shape = Shape.of(CadenceValues.integer(IntegerType.UINT64, MOST_UINT64), "counter");
        assertThat(fault(Kind.UNEXPECTED_SHAPE, shape::asUInt64).facts())
                .containsEntry("expected", "counter: UInt64 of up to 63 bits")
                .containsEntry("found", "18446744073709551615");
        fault(Kind.UNEXPECTED_SHAPE, shape::asLong);
    }

    @Test
    void namesTheWayToTheValueThatIsWrong() {
        Shape shape =
                Shape.of(
                        composite(
                                CompositeKind.EVENT,
                                "A.1.FlowEpoch.EpochSetup",
                                field(
                                        "clusters",
                                        array(
                                                nil(),
                                                optional(
                                                        dictionary(
                                                                Map.of(
                                                                        string("9c"),
                                                                        string("heavy"))))))),
                        "EpochSetup");
        CadenceFault fault =
                fault(
                        Kind.UNEXPECTED_SHAPE,
                        () ->
                                shape.field("clusters")
                                        .list()
                                        .get(1)
                                        .optional()
                                        .orElseThrow()
                                        .dictionary(Shape::asString, Shape::asUInt64));
        assertThat(fault.facts())
                .containsEntry("expected", "EpochSetup.clusters[1]{\"9c\"}: UInt64")
                .containsEntry("found", "\"heavy\"");
    }

    @Test
    void namesAFieldThatIsMissing() {
        Shape shape = Shape.of(composite(CompositeKind.STRUCT, "A.1.C.S"), "answer");
        assertThat(fault(Kind.UNEXPECTED_SHAPE, () -> shape.field("phase")).facts())
                .containsEntry("expected", "answer: a field phase")
                .containsEntry("found", "A.1.C.S without it");
    }

    @Test
    void keepsLongTextsOutOfFaults() {
        Shape shape = Shape.of(string("x".repeat(10_000)));
        assertThat(fault(Kind.UNEXPECTED_SHAPE, shape::asBool).facts().get("found"))
                .hasSizeLessThan(80);
    }

    static Stream<Function<Shape, ?>> readers() {
        return Stream.of(
                Shape::typeId,
                shape -> shape.field("x"),
                shape -> shape.fieldIfAny("x"),
                Shape::list,
                shape -> shape.dictionary(Shape::asString, Shape::asString),
                Shape::optional,
                Shape::asString,
                Shape::asBool,
                Shape::asAddress,
                Shape::asPath,
                Shape::asUInt8,
                Shape::asUInt16,
                Shape::asUInt32,
                Shape::asUInt64,
                Shape::asInt,
                Shape::asLong,
                Shape::asBigInteger,
                Shape::asUFix64,
                Shape::asEnumRaw);
    }

    @ParameterizedTest
    @MethodSource("readers")
    void refusesAValueOfAnotherKind(Function<Shape, ?> reader) {
        for (Sample sample : Sample.vectors()) {
            Shape shape = Shape.of(new CadenceDecoder().decode(sample.json()));
            if (shape.value() instanceof CadenceValue.TypeValue) {
                fault(Kind.UNEXPECTED_SHAPE, () -> reader.apply(shape));
            }
        }
    }
}
