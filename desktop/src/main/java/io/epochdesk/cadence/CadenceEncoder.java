package io.epochdesk.cadence;

import io.epochdesk.cadence.CadenceValue.AddressValue;
import io.epochdesk.cadence.CadenceValue.ArrayValue;
import io.epochdesk.cadence.CadenceValue.BigIntegerValue;
import io.epochdesk.cadence.CadenceValue.BoolValue;
import io.epochdesk.cadence.CadenceValue.CapabilityValue;
import io.epochdesk.cadence.CadenceValue.CharacterValue;
import io.epochdesk.cadence.CadenceValue.CompositeValue;
import io.epochdesk.cadence.CadenceValue.DictionaryValue;
import io.epochdesk.cadence.CadenceValue.FixedPointValue;
import io.epochdesk.cadence.CadenceValue.FunctionValue;
import io.epochdesk.cadence.CadenceValue.InclusiveRangeValue;
import io.epochdesk.cadence.CadenceValue.IntegerValue;
import io.epochdesk.cadence.CadenceValue.OptionalValue;
import io.epochdesk.cadence.CadenceValue.PathCapabilityValue;
import io.epochdesk.cadence.CadenceValue.PathValue;
import io.epochdesk.cadence.CadenceValue.StringValue;
import io.epochdesk.cadence.CadenceValue.TypeValue;
import io.epochdesk.cadence.CadenceValue.Unknown;
import io.epochdesk.cadence.CadenceValue.VoidValue;
import io.epochdesk.fault.CadenceFault.Kind;
import io.epochdesk.fault.FaultException;

import org.jspecify.annotations.Nullable;

/**
 * Encodes values as JSON-Cadence, for the arguments of scripts and transactions. What {@link
 * CadenceDecoder} made of a text is written back with the same meaning; {@link Unknown} values are
 * written as they were sent.
 */
public final class CadenceEncoder {

    private final JsonWriter json = new JsonWriter();
    private final TypeWriter types = new TypeWriter(json);

    private CadenceEncoder() {}

    /**
     * The JSON-Cadence text of a value, in UTF-8.
     *
     * @throws FaultException with {@link Kind#TOO_DEEP} when it is nested deeper than any decoder
     *     would take
     */
    public static byte[] encode(CadenceValue value) {
        CadenceEncoder encoder = new CadenceEncoder();
        encoder.value(value);
        return encoder.json.bytes();
    }

    private void value(CadenceValue value) {
        if (value instanceof Unknown unknown) {
            json.raw(unknown.json());
            return;
        }
        json.open('{').member("type", label(value));
        if (!(value instanceof VoidValue)) {
            json.key("value");
            content(value);
        }
        json.close('}');
    }

    static String label(CadenceValue value) {
        ValueKind kind =
                switch (value) {
                    case VoidValue _ -> PlainKind.VOID;
                    case OptionalValue _ -> PlainKind.OPTIONAL;
                    case BoolValue _ -> PlainKind.BOOL;
                    case StringValue _ -> PlainKind.STRING;
                    case CharacterValue _ -> PlainKind.CHARACTER;
                    case AddressValue _ -> PlainKind.ADDRESS;
                    case IntegerValue integer -> integer.type();
                    case BigIntegerValue integer -> integer.type();
                    case FixedPointValue fixed -> fixed.type();
                    case ArrayValue _ -> PlainKind.ARRAY;
                    case DictionaryValue _ -> PlainKind.DICTIONARY;
                    case CompositeValue composite -> composite.kind();
                    case PathValue _ -> PlainKind.PATH;
                    case TypeValue _ -> PlainKind.TYPE;
                    case CapabilityValue _ -> PlainKind.CAPABILITY;
                    case PathCapabilityValue _ -> PlainKind.CAPABILITY;
                    case InclusiveRangeValue _ -> PlainKind.INCLUSIVE_RANGE;
                    case FunctionValue _ -> PlainKind.FUNCTION;
                    case Unknown unknown ->
                            throw new IllegalArgumentException(unknown.kind() + " has no label");
                };
        return kind.label();
    }

    private void content(CadenceValue value) {
        switch (value) {
            case VoidValue _ -> {}
            case OptionalValue optional -> optional(optional.value());
            case BoolValue bool -> json.raw(Boolean.toString(bool.value()));
            case StringValue string -> json.string(string.value());
            case CharacterValue character -> json.string(character.value());
            case AddressValue address -> json.string(address.value().toString());
            case IntegerValue integer -> json.string(Long.toString(integer.value()));
            case BigIntegerValue integer -> json.string(integer.value().toString());
            case FixedPointValue fixed -> json.string(fixed.value().toPlainString());
            case ArrayValue array -> {
                json.open('[');
                array.values().forEach(this::value);
                json.close(']');
            }
            case DictionaryValue dictionary -> dictionary(dictionary);
            case CompositeValue composite -> composite(composite);
            case PathValue path -> path(path);
            case TypeValue type -> {
                json.open('{').key("staticType");
                types.type(type.staticType());
                json.close('}');
            }
            case CapabilityValue capability -> {
                json.open('{').member("id", capability.id().toString());
                capability(capability.address(), capability.borrowType());
            }
            case PathCapabilityValue capability -> {
                json.open('{').key("path");
                value(capability.path());
                capability(capability.address(), capability.borrowType());
            }
            case InclusiveRangeValue range -> {
                json.open('{');
                member("start", range.start());
                member("end", range.end());
                member("step", range.step());
                json.close('}');
            }
            case FunctionValue function -> {
                json.open('{').key("functionType");
                types.type(function.functionType());
                json.close('}');
            }
            case Unknown unknown -> json.raw(unknown.json());
        }
    }

    private void optional(@Nullable CadenceValue value) {
        if (value == null) {
            json.raw("null");
        } else {
            value(value);
        }
    }

    private void dictionary(DictionaryValue dictionary) {
        json.open('[');
        for (CadenceValue.Entry entry : dictionary.entries()) {
            json.open('{');
            member("key", entry.key());
            member("value", entry.value());
            json.close('}');
        }
        json.close(']');
    }

    private void composite(CompositeValue composite) {
        json.open('{').member("id", composite.typeId()).key("fields").open('[');
        for (CadenceValue.Field field : composite.fields()) {
            json.open('{').member("name", field.name());
            member("value", field.value());
            json.close('}');
        }
        json.close(']').close('}');
    }

    private void path(PathValue path) {
        json.open('{')
                .member("domain", path.domain())
                .member("identifier", path.identifier())
                .close('}');
    }

    private void capability(FlowAddress address, @Nullable CadenceType borrowType) {
        json.member("address", address.toString()).key("borrowType");
        types.type(borrowType);
        json.close('}');
    }

    private void member(String key, CadenceValue value) {
        json.key(key);
        value(value);
    }
}
