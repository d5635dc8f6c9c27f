package io.epochdesk.cadence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.epochdesk.cadence.CadenceValue.ArrayValue;
import io.epochdesk.cadence.CadenceValue.CompositeValue;
import io.epochdesk.cadence.CadenceValue.DictionaryValue;
import io.epochdesk.cadence.CadenceValue.Entry;
import io.epochdesk.cadence.CadenceValue.Field;
import io.epochdesk.cadence.CadenceValue.InclusiveRangeValue;
import io.epochdesk.cadence.CadenceValue.OptionalValue;
import io.epochdesk.cadence.CadenceValue.StringValue;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is encoded as CCF is decoded to the same value. */
class CcfRoundTripTest {

    private final CadenceDecoder decoder = new CadenceDecoder();

    @Property(tries = 2_000)
    void everyValueComesBack(@ForAll("values") CadenceValue value) {
        CadenceValue back = decoder.decode(CcfEncoder.encode(value));

        assertThat(withoutOrder(back)).isEqualTo(withoutOrder(value));
        assertThat(decoder.decode(CcfEncoder.encode(back))).isEqualTo(back);
    }

    @Example
    void whatCadenceWroteIsWrittenAgainWithTheSameMeaning() {
        for (CcfSample sample : CcfSample.all()) {
            if (sample.name().equals("type: attachment")) {
                // CCF tells its base type first, JSON-Cadence its fields, of which one is that
                continue;
            }
            CadenceValue value = decoder.decode(sample.ccf());
            assertThat(decoder.decode(CcfEncoder.encode(value))).as(sample.name()).isEqualTo(value);
        }
    }

    @Example
    void eventsWithoutEmptyPartsAreWrittenByteForByteAsCadenceDoes() {
        for (String name :
                List.of(
                        "FlowDKG.BroadcastMessage",
                        "FlowDKG.StartDKG",
                        "FlowEpoch.EpochCommit",
                        "FlowIDTableStaking.NewNodeCreated",
                        "FlowStakingCollection.MachineAccountCreated",
                        "flow.AccountKeyAdded")) {
            CcfSample sample =
                    CcfSample.events().stream()
                            .filter(each -> each.name().equals(name))
                            .findFirst()
                            .orElseThrow();
            assertThat(CcfEncoder.encode(decoder.decode(sample.json())))
                    .as(name)
                    .isEqualTo(sample.ccf());
        }
    }

    @Example
    void whatCcfDoesNotHaveIsRefused() {
        CadenceValue one =
                CadenceValues.composite(
                        CompositeKind.STRUCT, "A.01.S", new Field("a", CadenceValues.uint8(1)));
        CadenceValue other =
                CadenceValues.composite(
                        CompositeKind.STRUCT, "A.01.S", new Field("b", CadenceValues.uint8(1)));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> CcfEncoder.encode(new CadenceValue.Unknown("Tensor", "{}")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CcfEncoder.encode(CadenceValues.array(one, other)));
    }

    @Provide
    Arbitrary<CadenceValue> values() {
        return AnyValue.values().map(value -> told(value, new HashSet<>()));
    }

    /** The value with all that CCF does not have replaced by a text. */
    private static CadenceValue told(CadenceValue value, Set<String> declared) {
        return switch (value) {
            case OptionalValue optional ->
                    optional.value() == null
                            ? optional
                            : new OptionalValue(told(optional.value(), declared));
            case ArrayValue array ->
                    new ArrayValue(
                            array.values().stream().map(each -> told(each, declared)).toList());
            case DictionaryValue dictionary -> dictionary(dictionary, declared);
            case InclusiveRangeValue range ->
                    new InclusiveRangeValue(
                            told(range.start(), declared),
                            told(range.end(), declared),
                            told(range.step(), declared));
            case CompositeValue composite -> {
                List<Field> fields =
                        composite.fields().stream()
                                .map(
                                        field ->
                                                new Field(
                                                        field.name(),
                                                        told(field.value(), declared)))
                                .toList();
                String typeId = "A.01." + declared.size() + composite.typeId();
                declared.add(typeId);
                yield new CompositeValue(composite.kind(), typeId, fields);
            }
            case CadenceValue.PathCapabilityValue _,
                    CadenceValue.CapabilityValue _,
                    CadenceValue.FunctionValue _,
                    CadenceValue.TypeValue _,
                    CadenceValue.Unknown _ ->
                    new StringValue("replaced");
            default -> value;
        };
    }

    private static CadenceValue dictionary(DictionaryValue dictionary, Set<String> declared) {
        List<Entry> entries = new ArrayList<>();
        Set<Object> keys = new HashSet<>();
        for (Entry entry : dictionary.entries()) {
            CadenceValue key = told(entry.key(), declared);
            if (keys.add(withoutOrder(key))) {
                entries.add(new Entry(key, told(entry.value(), declared)));
            }
        }
        return new DictionaryValue(entries);
    }

    /**
     * A value without the order of dictionaries, which has no meaning, and without telling {@code
     * nil} from an optional that holds it or a {@code Void}, which CCF does not either.
     */
    private static Object withoutOrder(CadenceValue value) {
        return switch (value) {
            case OptionalValue optional -> {
                Object held = optional.value() == null ? "nil" : withoutOrder(optional.value());
                yield held.equals("nil") || held instanceof CadenceValue.VoidValue
                        ? "nil"
                        : List.of("optional", held);
            }
            case ArrayValue array ->
                    array.values().stream().map(CcfRoundTripTest::withoutOrder).toList();
            case DictionaryValue dictionary -> {
                Set<Object> entries = new HashSet<>();
                dictionary
                        .entries()
                        .forEach(
                                entry ->
                                        entries.add(
                                                List.of(
                                                        withoutOrder(entry.key()),
                                                        withoutOrder(entry.value()))));
                yield entries;
            }
            case InclusiveRangeValue range ->
                    List.of(
                            "range",
                            withoutOrder(range.start()),
                            withoutOrder(range.end()),
                            withoutOrder(range.step()));
            case CompositeValue composite -> {
                List<Object> parts = new ArrayList<>();
                parts.add(composite.kind() + " " + composite.typeId());
                composite
                        .fields()
                        .forEach(
                                field ->
                                        parts.add(
                                                List.of(
                                                        field.name(),
                                                        withoutOrder(field.value()))));
                yield parts;
            }
            default -> value;
        };
    }
}
