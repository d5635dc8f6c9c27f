package io.epochdesk.rehearsal.model;

import io.epochdesk.cadence.CadenceValue;
import io.epochdesk.cadence.CadenceValue.AddressValue;
import io.epochdesk.cadence.CadenceValue.ArrayValue;
import io.epochdesk.cadence.CadenceValue.BigIntegerValue;
import io.epochdesk.cadence.CadenceValue.BoolValue;
import io.epochdesk.cadence.CadenceValue.DictionaryValue;
import io.epochdesk.cadence.CadenceValue.FixedPointValue;
import io.epochdesk.cadence.CadenceValue.IntegerValue;
import io.epochdesk.cadence.CadenceValue.OptionalValue;
import io.epochdesk.cadence.CadenceValue.StringValue;

/** Whether a value is of a type as Cadence writes it, such as {@code {String: Int}?}. */
final class ArgumentType {

    private ArgumentType() {}

    static boolean fits(String type, CadenceValue value) {
        if (type.endsWith("?")) {
            return value instanceof OptionalValue optional
                    && (optional.value() == null
                            || fits(type.substring(0, type.length() - 1), optional.value()));
        }
        if (type.startsWith("[")) {
            String element = type.substring(1, type.length() - 1);
            return value instanceof ArrayValue array
                    && array.values().stream().allMatch(each -> fits(element, each));
        }
        if (type.startsWith("{")) {
            int colon = type.indexOf(':');
            String key = type.substring(1, colon).strip();
            String content = type.substring(colon + 1, type.length() - 1).strip();
            return value instanceof DictionaryValue dictionary
                    && dictionary.entries().stream()
                            .allMatch(
                                    entry ->
                                            fits(key, entry.key()) && fits(content, entry.value()));
        }
        return type.equals(label(value));
    }

    private static String label(CadenceValue value) {
        return switch (value) {
            case StringValue _ -> "String";
            case BoolValue _ -> "Bool";
            case AddressValue _ -> "Address";
            case IntegerValue integer -> integer.type().label();
            case BigIntegerValue integer -> integer.type().label();
            case FixedPointValue fixed -> fixed.type().label();
            default -> "";
        };
    }
}
