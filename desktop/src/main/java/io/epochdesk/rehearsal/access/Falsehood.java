package io.epochdesk.rehearsal.access;

import io.epochdesk.cadence.CadenceValue;
import io.epochdesk.cadence.CadenceValue.ArrayValue;
import io.epochdesk.cadence.CadenceValue.CompositeValue;
import io.epochdesk.cadence.CadenceValue.DictionaryValue;
import io.epochdesk.cadence.CadenceValue.Entry;
import io.epochdesk.cadence.CadenceValue.Field;
import io.epochdesk.cadence.CadenceValue.FixedPointValue;
import io.epochdesk.cadence.CadenceValue.IntegerValue;
import io.epochdesk.cadence.CadenceValue.OptionalValue;
import io.epochdesk.cadence.CadenceValue.StringValue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Changes the first number of a name within a value, and nothing else. */
final class Falsehood {

    private final Manner.Lying lie;
    private boolean done;

    Falsehood(Manner.Lying lie) {
        this.lie = lie;
    }

    CadenceValue told(CadenceValue value) {
        return switch (value) {
            case OptionalValue(CadenceValue inner) when inner != null ->
                    new OptionalValue(told(inner));
            case ArrayValue array ->
                    new ArrayValue(array.values().stream().map(this::told).toList());
            case DictionaryValue dictionary -> dictionary(dictionary);
            case CompositeValue composite -> composite(composite);
            default -> value;
        };
    }

    private CadenceValue dictionary(DictionaryValue dictionary) {
        List<Entry> entries = new ArrayList<>();
        for (Entry entry : dictionary.entries()) {
            String name = entry.key() instanceof StringValue(String text) ? text : "";
            entries.add(new Entry(entry.key(), named(name, entry.value())));
        }
        return new DictionaryValue(entries);
    }

    private CadenceValue composite(CompositeValue composite) {
        List<Field> fields = new ArrayList<>();
        for (Field field : composite.fields()) {
            fields.add(new Field(field.name(), named(field.name(), field.value())));
        }
        return new CompositeValue(composite.kind(), composite.typeId(), fields);
    }

    private CadenceValue named(String name, CadenceValue value) {
        if (done || !name.equals(lie.figure())) {
            return told(value);
        }
        CadenceValue changed = changed(value);
        done = !changed.equals(value);
        return changed;
    }

    private CadenceValue changed(CadenceValue value) {
        return switch (value) {
            case IntegerValue number when number.type().holds(number.value() + lie.by()) ->
                    new IntegerValue(number.type(), number.value() + lie.by());
            case FixedPointValue number ->
                    new FixedPointValue(
                            number.type(), number.value().add(BigDecimal.valueOf(lie.by())));
            case OptionalValue(CadenceValue inner) when inner != null ->
                    new OptionalValue(changed(inner));
            default -> value;
        };
    }
}
