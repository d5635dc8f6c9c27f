package io.epochdesk.cadence;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.Objects.requireNonNull;

import io.epochdesk.cadence.CadenceValue.AddressValue;
import io.epochdesk.cadence.CadenceValue.BoolValue;
import io.epochdesk.cadence.CadenceValue.CompositeValue;
import io.epochdesk.cadence.CadenceValue.DictionaryValue;
import io.epochdesk.cadence.CadenceValue.Entry;
import io.epochdesk.cadence.CadenceValue.OptionalValue;
import io.epochdesk.cadence.CadenceValue.PathValue;
import io.epochdesk.cadence.CadenceValue.StringValue;
import io.epochdesk.cadence.CadenceValue.VoidValue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.onflow.sdk.Flow;
import org.onflow.sdk.cadence.ArrayField;
import org.onflow.sdk.cadence.CompositeField;
import org.onflow.sdk.cadence.DictionaryField;
import org.onflow.sdk.cadence.Field;
import org.onflow.sdk.cadence.OptionalField;
import org.onflow.sdk.cadence.PathField;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What flow-jvm-sdk knows, it reads as the same values. */
class SdkComparisonTest {

    private static final Set<String> UNKNOWN_TO_THE_SDK =
            Set.of(
                    "Type",
                    "Word128",
                    "Word256",
                    "Character",
                    "InclusiveRange",
                    "Function",
                    "Fix128",
                    "UFix128",
                    "Capability",
                    "Attachment");

    static Stream<Sample> samples() {
        CadenceDecoder decoder = new CadenceDecoder();
        return Stream.concat(
                Sample.recorded().stream(),
                Sample.vectors().stream()
                        .filter(vector -> !vector.name().equals("Struct with attachments"))
                        .filter(
                                vector ->
                                        !UNKNOWN_TO_THE_SDK.contains(
                                                CadenceEncoder.label(
                                                        decoder.decode(vector.json())))));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void isReadAsTheSameValue(Sample sample) {
        Field<?> field = Flow.decodeJsonCadence(sample.json());
        assertThat(new CadenceDecoder().decode(sample.json())).isEqualTo(value(field));
    }

    private static CadenceValue value(Field<?> field) {
        return switch (field) {
            case ArrayField array ->
                    CadenceValues.array(
                            Stream.of(array.getValue()).map(SdkComparisonTest::value).toList());
            case DictionaryField dictionary ->
                    new DictionaryValue(
                            Stream.of(dictionary.getValue())
                                    .map(
                                            entry ->
                                                    new Entry(
                                                            value(entry.getKey()),
                                                            value(entry.getValue())))
                                    .toList());
            case OptionalField optional -> {
                Field<?> held = optional.getValue();
                yield new OptionalValue(held == null ? null : value(held));
            }
            case CompositeField composite -> composite(composite);
            case PathField pathField -> {
                var path = requireNonNull(pathField.getValue());
                yield new PathValue(path.getDomain(), path.getIdentifier());
            }
            default -> plain(field);
        };
    }

    private static CadenceValue composite(CompositeField composite) {
        var content = requireNonNull(composite.getValue());
        List<CadenceValue.Field> fields =
                Stream.of(content.getFields())
                        .map(
                                field ->
                                        new CadenceValue.Field(
                                                field.getName(), value(field.getValue())))
                        .toList();
        return new CompositeValue((CompositeKind) kind(composite), content.getId(), fields);
    }

    private static CadenceValue plain(Field<?> field) {
        if (field.getValue() == null) {
            return new VoidValue();
        }
        String text = field.getValue().toString();
        return switch (kind(field)) {
            case IntegerType type -> CadenceValues.integer(type, new BigInteger(text));
            case FixedPointType type -> CadenceValues.fixedPoint(type, new BigDecimal(text));
            case PlainKind.STRING -> new StringValue(text);
            case PlainKind.BOOL -> new BoolValue((Boolean) field.getValue());
            case PlainKind.ADDRESS -> new AddressValue(FlowAddress.of(text));
            case PlainKind.VOID -> new VoidValue();
            default -> throw new IllegalStateException(field.getType());
        };
    }

    private static ValueKind kind(Field<?> field) {
        ValueKind kind = ValueKind.of(field.getType());
        if (kind == null) {
            throw new IllegalStateException(field.getType());
        }
        return kind;
    }
}
