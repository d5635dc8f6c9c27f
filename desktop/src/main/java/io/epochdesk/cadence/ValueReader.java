package io.epochdesk.cadence;

import io.epochdesk.cadence.CadenceValue.AddressValue;
import io.epochdesk.cadence.CadenceValue.ArrayValue;
import io.epochdesk.cadence.CadenceValue.BigIntegerValue;
import io.epochdesk.cadence.CadenceValue.BoolValue;
import io.epochdesk.cadence.CadenceValue.CapabilityValue;
import io.epochdesk.cadence.CadenceValue.CharacterValue;
import io.epochdesk.cadence.CadenceValue.CompositeValue;
import io.epochdesk.cadence.CadenceValue.DictionaryValue;
import io.epochdesk.cadence.CadenceValue.Entry;
import io.epochdesk.cadence.CadenceValue.Field;
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

import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads values out of a scanned text. Unknown members are passed over. The depth of its recursion
 * is bound by the scan, which refuses deeper texts.
 */
final class ValueReader {

    private static final VoidValue VOID = new VoidValue();
    private static final OptionalValue NIL = new OptionalValue(null);
    private static final Set<String> DOMAINS = Set.of("storage", "public", "private");

    /** More fields than this are checked for doubles by hashing. */
    private static final int FEW_FIELDS = 24;

    private final JsonIndex index;
    private final Names names;
    private final NumberReader numbers;
    private final TypeReader types;
    private final Ascii stretch = new Ascii();

    ValueReader(JsonIndex index, Names names, Limits limits) {
        this.index = index;
        this.names = names;
        this.numbers = new NumberReader(limits.digits());
        this.types = new TypeReader(index, names);
    }

    /** The value at this token. */
    CadenceValue value(int token) {
        index.requireObject(token, "a value");
        int type = index.requireMember(token, "type");
        index.requireString(type, "the type of a value");
        Name label = index.name(type, names);
        ValueKind kind = label.kind();
        if (kind == null) {
            return new Unknown(label.text(), index.raw(token));
        }
        if (kind == PlainKind.VOID) {
            return VOID;
        }
        int content = index.requireMember(token, "value");
        return switch (kind) {
            case PlainKind plain -> plain(plain, content);
            case IntegerType integer -> numbers.integer(integer, number(content, integer));
            case FixedPointType fixed -> numbers.fixedPoint(fixed, number(content, fixed));
            case CompositeKind composite -> composite(composite, content);
        };
    }

    private CadenceValue plain(PlainKind kind, int token) {
        return switch (kind) {
            case VOID -> VOID;
            case OPTIONAL -> index.first(token) == 'n' ? NIL : new OptionalValue(value(token));
            case BOOL -> bool(token);
            case STRING -> new StringValue(string(token, "a String"));
            case CHARACTER -> character(token);
            case ADDRESS -> new AddressValue(address(token));
            case ARRAY -> array(token);
            case DICTIONARY -> dictionary(token);
            case PATH -> path(token);
            case TYPE -> {
                index.requireObject(token, "the content of a Type");
                yield new TypeValue(types.type(index.requireMember(token, "staticType")));
            }
            case CAPABILITY -> capability(token);
            case INCLUSIVE_RANGE -> inclusiveRange(token);
            case FUNCTION -> {
                index.requireObject(token, "the content of a Function");
                yield new FunctionValue(types.type(index.requireMember(token, "functionType")));
            }
        };
    }

    private Ascii number(int token, ValueKind kind) {
        index.requireString(token, kind.label());
        return index.lay(stretch, token);
    }

    private CadenceValue bool(int token) {
        return switch (index.first(token)) {
            case 't' -> new BoolValue(true);
            case 'f' -> new BoolValue(false);
            default -> throw Malformed.at(index.position(token), "a Bool is true or false");
        };
    }

    private String string(int token, String what) {
        index.requireString(token, what);
        return index.string(token);
    }

    private CadenceValue character(int token) {
        String text = string(token, "a Character");
        if (text.isEmpty()) {
            throw Malformed.at(index.position(token), "a Character is empty");
        }
        return new CharacterValue(text);
    }

    private FlowAddress address(int token) {
        index.requireString(token, "an Address");
        return numbers.address(index.lay(stretch, token));
    }

    private CadenceValue array(int token) {
        CadenceValue[] values =
                new CadenceValue[index.requireArray(token, "the content of an Array")];
        int element = token + 2;
        for (int i = 0; i < values.length; i++) {
            values[i] = value(element);
            element = index.next(element);
        }
        return new ArrayValue(List.of(values));
    }

    private CadenceValue dictionary(int token) {
        Entry[] entries = new Entry[index.requireArray(token, "the content of a Dictionary")];
        int element = token + 2;
        for (int i = 0; i < entries.length; i++) {
            index.requireObject(element, "an entry of a Dictionary");
            entries[i] =
                    new Entry(
                            value(index.requireMember(element, "key")),
                            value(index.requireMember(element, "value")));
            element = index.next(element);
        }
        return new DictionaryValue(List.of(entries));
    }

    private CadenceValue composite(CompositeKind kind, int token) {
        index.requireObject(token, "the content of a composite");
        int id = index.requireMember(token, "id");
        index.requireString(id, "the type ID of a composite");
        int list = index.requireMember(token, "fields");
        Field[] fields = new Field[index.requireArray(list, "the fields of a composite")];
        int element = list + 2;
        for (int i = 0; i < fields.length; i++) {
            index.requireObject(element, "a field");
            int name = index.requireMember(element, "name");
            index.requireString(name, "the name of a field");
            fields[i] =
                    new Field(
                            index.name(name, names).text(),
                            value(index.requireMember(element, "value")));
            element = index.next(element);
        }
        requireDistinct(fields, list);
        return new CompositeValue(kind, index.name(id, names).text(), List.of(fields));
    }

    // Attachments come as fields without a name, so there may be several of those.
    private void requireDistinct(Field[] fields, int list) {
        if (fields.length > FEW_FIELDS) {
            Set<String> seen = new HashSet<>();
            for (Field field : fields) {
                if (!field.name().isEmpty() && !seen.add(field.name())) {
                    throw twice(list);
                }
            }
            return;
        }
        for (int i = 1; i < fields.length; i++) {
            String name = fields[i].name();
            for (int j = 0; j < i; j++) {
                if (name.equals(fields[j].name()) && !name.isEmpty()) {
                    throw twice(list);
                }
            }
        }
    }

    private RuntimeException twice(int list) {
        return Malformed.at(index.position(list), "a composite has a field twice");
    }

    private PathValue path(int token) {
        index.requireObject(token, "the content of a Path");
        String domain = string(index.requireMember(token, "domain"), "the domain of a path");
        if (!DOMAINS.contains(domain)) {
            throw Malformed.at(index.position(token), "a path lies in storage, public or private");
        }
        return new PathValue(
                domain,
                string(index.requireMember(token, "identifier"), "the identifier of a path"));
    }

    private CadenceValue capability(int token) {
        index.requireObject(token, "the content of a Capability");
        FlowAddress address = address(index.requireMember(token, "address"));
        CadenceType borrowType = types.type(index.requireMember(token, "borrowType"));
        int path = index.member(token, "path");
        if (path >= 0) {
            return new PathCapabilityValue(capabilityPath(path), address, borrowType);
        }
        int id = index.requireMember(token, "id");
        return switch (numbers.integer(IntegerType.UINT64, number(id, IntegerType.UINT64))) {
            case IntegerValue small ->
                    new CapabilityValue(BigInteger.valueOf(small.value()), address, borrowType);
            case BigIntegerValue big -> new CapabilityValue(big.value(), address, borrowType);
            default -> throw Malformed.at(index.position(id), "a capability's ID is a UInt64");
        };
    }

    private PathValue capabilityPath(int token) {
        if (index.first(token) == '"') {
            String[] steps = index.string(token).split("/", 3);
            if (steps.length == 3 && steps[0].isEmpty() && DOMAINS.contains(steps[1])) {
                return new PathValue(steps[1], steps[2]);
            }
        } else if (value(token) instanceof PathValue path) {
            return path;
        }
        throw Malformed.at(index.position(token), "a capability's path is a Path");
    }

    private CadenceValue inclusiveRange(int token) {
        index.requireObject(token, "the content of an InclusiveRange");
        return new InclusiveRangeValue(
                value(index.requireMember(token, "start")),
                value(index.requireMember(token, "end")),
                value(index.requireMember(token, "step")));
    }
}
