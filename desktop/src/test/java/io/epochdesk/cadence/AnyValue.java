package io.epochdesk.cadence;

import io.epochdesk.cadence.CadenceType.Authorization;
import io.epochdesk.cadence.CadenceType.AuthorizationKind;
import io.epochdesk.cadence.CadenceType.Member;
import io.epochdesk.cadence.CadenceType.NominalKind;
import io.epochdesk.cadence.CadenceType.Parameter;
import io.epochdesk.cadence.CadenceType.TypeParameter;
import io.epochdesk.cadence.CadenceValue.AddressValue;
import io.epochdesk.cadence.CadenceValue.ArrayValue;
import io.epochdesk.cadence.CadenceValue.BoolValue;
import io.epochdesk.cadence.CadenceValue.CapabilityValue;
import io.epochdesk.cadence.CadenceValue.CharacterValue;
import io.epochdesk.cadence.CadenceValue.CompositeValue;
import io.epochdesk.cadence.CadenceValue.DictionaryValue;
import io.epochdesk.cadence.CadenceValue.Entry;
import io.epochdesk.cadence.CadenceValue.Field;
import io.epochdesk.cadence.CadenceValue.FixedPointValue;
import io.epochdesk.cadence.CadenceValue.FunctionValue;
import io.epochdesk.cadence.CadenceValue.InclusiveRangeValue;
import io.epochdesk.cadence.CadenceValue.OptionalValue;
import io.epochdesk.cadence.CadenceValue.PathCapabilityValue;
import io.epochdesk.cadence.CadenceValue.PathValue;
import io.epochdesk.cadence.CadenceValue.StringValue;
import io.epochdesk.cadence.CadenceValue.TypeValue;
import io.epochdesk.cadence.CadenceValue.Unknown;
import io.epochdesk.cadence.CadenceValue.VoidValue;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Draws values of every kind, nested a few levels deep. */
final class AnyValue {

    private AnyValue() {}

    /** Any value at all. */
    static Arbitrary<CadenceValue> values() {
        return values(3);
    }

    /** Strings of any sound Unicode text. */
    static Arbitrary<String> texts() {
        Arbitrary<Integer> codePoints =
                Arbitraries.oneOf(
                        Arbitraries.integers().between(' ', '~'),
                        Arbitraries.integers().between(0, 0x1F),
                        Arbitraries.integers().between(0x80, 0xD7FF),
                        Arbitraries.integers().between(0xE000, 0x10FFFF),
                        Arbitraries.of((int) '"', (int) '\\', (int) '/', 0x7F));
        return codePoints
                .list()
                .ofMaxSize(20)
                .map(
                        points -> {
                            StringBuilder text = new StringBuilder();
                            points.forEach(text::appendCodePoint);
                            return text.toString();
                        });
    }

    private static Arbitrary<CadenceValue> values(int depth) {
        Arbitrary<CadenceValue> leaves =
                Arbitraries.oneOf(
                        Arbitraries.just(new VoidValue()),
                        Arbitraries.of(true, false).map(BoolValue::new),
                        texts().map(StringValue::new),
                        texts().filter(text -> !text.isEmpty()).map(CharacterValue::new),
                        addresses().map(AddressValue::new),
                        integers(),
                        fixedPoints(),
                        paths().map(path -> path),
                        types(2).optional(0.9).map(type -> new TypeValue(type.orElse(null))),
                        types(2).map(FunctionValue::new),
                        Combinators.combine(integersOf(IntegerType.UINT64), addresses(), types(1))
                                .as(CapabilityValue::new),
                        Combinators.combine(paths(), addresses(), types(1))
                                .as(PathCapabilityValue::new),
                        Arbitraries.of(
                                new Unknown("Tensor", "{\"type\":\"Tensor\",\"value\":[1,{}]}"),
                                new Unknown("", "{\"type\":\"\"}")));
        if (depth == 0) {
            return leaves;
        }
        Arbitrary<CadenceValue> inner = Arbitraries.lazy(() -> values(depth - 1));
        return Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(3, leaves),
                net.jqwik.api.Tuple.of(
                        1, inner.optional().map(held -> new OptionalValue(held.orElse(null)))),
                net.jqwik.api.Tuple.of(1, inner.list().ofMaxSize(4).map(ArrayValue::new)),
                net.jqwik.api.Tuple.of(
                        1,
                        Combinators.combine(inner, inner)
                                .as(Entry::new)
                                .list()
                                .ofMaxSize(4)
                                .map(DictionaryValue::new)),
                net.jqwik.api.Tuple.of(1, composites(inner)),
                net.jqwik.api.Tuple.of(
                        1, Combinators.combine(inner, inner, inner).as(InclusiveRangeValue::new)));
    }

    private static Arbitrary<CadenceValue> composites(Arbitrary<CadenceValue> inner) {
        Arbitrary<List<Field>> fields =
                Combinators.combine(texts(), inner)
                        .as(Field::new)
                        .list()
                        .ofMaxSize(4)
                        .map(AnyValue::distinct);
        return Combinators.combine(Arbitraries.of(CompositeKind.class), texts(), fields)
                .as(CompositeValue::new);
    }

    private static List<Field> distinct(List<Field> fields) {
        Map<String, Field> byName = new LinkedHashMap<>();
        fields.forEach(field -> byName.put(field.name(), field));
        return List.copyOf(byName.values());
    }

    private static Arbitrary<CadenceValue> integers() {
        return Arbitraries.of(IntegerType.class)
                .flatMap(type -> integersOf(type).map(value -> CadenceValues.integer(type, value)));
    }

    private static Arbitrary<BigInteger> integersOf(IntegerType type) {
        int bits = type.digits() == Integer.MAX_VALUE ? 600 : bits(type);
        BigInteger values = BigInteger.TWO.pow(bits);
        BigInteger least = type.signed() ? values.shiftRight(1).negate() : BigInteger.ZERO;
        return Arbitraries.bigIntegers().between(least, least.add(values).subtract(BigInteger.ONE));
    }

    private static int bits(IntegerType type) {
        return Integer.parseInt(type.label().replaceAll("\\D+", ""));
    }

    private static Arbitrary<CadenceValue> fixedPoints() {
        return Arbitraries.of(FixedPointType.class)
                .flatMap(
                        type -> {
                            BigInteger values = BigInteger.TWO.pow(type.scale() == 8 ? 64 : 128);
                            BigInteger least =
                                    type.signed() ? values.shiftRight(1).negate() : BigInteger.ZERO;
                            return Arbitraries.bigIntegers()
                                    .between(least, least.add(values).subtract(BigInteger.ONE))
                                    .map(
                                            unscaled ->
                                                    new FixedPointValue(
                                                            type,
                                                            new BigDecimal(
                                                                    unscaled, type.scale())));
                        });
    }

    private static Arbitrary<FlowAddress> addresses() {
        return Arbitraries.longs().map(FlowAddress::new);
    }

    private static Arbitrary<PathValue> paths() {
        return Combinators.combine(Arbitraries.of("storage", "public", "private"), texts())
                .as(PathValue::new);
    }

    private static Arbitrary<String> typeIds() {
        return texts().map(text -> "A.f8d6e0586b0a20c7." + text);
    }

    private static Arbitrary<CadenceType> types(int depth) {
        Arbitrary<CadenceType> leaves =
                Arbitraries.oneOf(
                        Arbitraries.of("Int", "AnyStruct", "UFix128", "Tensor")
                                .map(CadenceType.Simple::new),
                        typeIds().map(CadenceType.Named::new),
                        Arbitraries.just(
                                new CadenceType.Unknown(
                                        "Tensor", "{\"kind\":\"Tensor\",\"of\":1}")));
        if (depth == 0) {
            return leaves;
        }
        Arbitrary<CadenceType> inner = Arbitraries.lazy(() -> types(depth - 1));
        Arbitrary<List<Parameter>> parameters =
                Combinators.combine(texts(), texts(), inner).as(Parameter::new).list().ofMaxSize(3);
        return Arbitraries.oneOf(
                leaves,
                inner.map(CadenceType.Optional::new),
                inner.map(CadenceType.VariableSizedArray::new),
                inner.optional().map(type -> new CadenceType.Capability(type.orElse(null))),
                inner.map(CadenceType.InclusiveRange::new),
                Combinators.combine(inner, integersOf(IntegerType.UINT64))
                        .as(CadenceType.ConstantSizedArray::new),
                Combinators.combine(inner, inner).as(CadenceType.Dictionary::new),
                Combinators.combine(authorizations(), inner).as(CadenceType.Reference::new),
                Combinators.combine(typeIds(), inner.list().ofMaxSize(3))
                        .as(CadenceType.Intersection::new),
                Combinators.combine(typeIds(), inner, inner.list().ofMaxSize(3))
                        .as(CadenceType.Restriction::new),
                Combinators.combine(
                                typeIds(),
                                Arbitraries.of("", "view"),
                                Combinators.combine(texts(), inner)
                                        .as(TypeParameter::new)
                                        .list()
                                        .ofMaxSize(2),
                                parameters,
                                inner)
                        .as(CadenceType.Function::new),
                Combinators.combine(
                                Arbitraries.of(NominalKind.class),
                                typeIds(),
                                inner.injectNull(0.5),
                                Combinators.combine(texts(), inner)
                                        .as(Member::new)
                                        .list()
                                        .ofMaxSize(3),
                                parameters.list().ofMaxSize(2))
                        .as(CadenceType.Nominal::new));
    }

    private static Arbitrary<Authorization> authorizations() {
        Arbitrary<Authorization> bare =
                Arbitraries.of(AuthorizationKind.UNAUTHORIZED, AuthorizationKind.AUTHORIZED)
                        .map(kind -> new Authorization(kind, List.of()));
        Arbitrary<Authorization> entitled =
                Combinators.combine(
                                Arbitraries.of(
                                        AuthorizationKind.MAP,
                                        AuthorizationKind.CONJUNCTION,
                                        AuthorizationKind.DISJUNCTION),
                                typeIds().list().ofMinSize(1).ofMaxSize(3))
                        .as(Authorization::new);
        return Arbitraries.oneOf(bare, entitled);
    }
}
