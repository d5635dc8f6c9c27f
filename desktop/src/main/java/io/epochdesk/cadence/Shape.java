package io.epochdesk.cadence;

import io.epochdesk.cadence.CadenceValue.AddressValue;
import io.epochdesk.cadence.CadenceValue.ArrayValue;
import io.epochdesk.cadence.CadenceValue.BigIntegerValue;
import io.epochdesk.cadence.CadenceValue.BoolValue;
import io.epochdesk.cadence.CadenceValue.CompositeValue;
import io.epochdesk.cadence.CadenceValue.DictionaryValue;
import io.epochdesk.cadence.CadenceValue.Entry;
import io.epochdesk.cadence.CadenceValue.FixedPointValue;
import io.epochdesk.cadence.CadenceValue.IntegerValue;
import io.epochdesk.cadence.CadenceValue.OptionalValue;
import io.epochdesk.cadence.CadenceValue.PathValue;
import io.epochdesk.cadence.CadenceValue.StringValue;
import io.epochdesk.fault.CadenceFault;
import io.epochdesk.fault.CadenceFault.Kind;
import io.epochdesk.fault.FaultException;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads a value as the contract declares it. Reading throws a {@link FaultException} with {@link
 * CadenceFault.Kind#UNEXPECTED_SHAPE} when the value is another one; the fault names the way to it,
 * such as {@code EpochSetup.collectorClusters[2].nodeWeights{"9c…"}}, what was expected and what
 * was found.
 */
public final class Shape {

    private final CadenceValue value;
    private final @Nullable Shape parent;
    private final Object step;

    private Shape(CadenceValue value, @Nullable Shape parent, Object step) {
        this.value = value;
        this.parent = parent;
        this.step = step;
    }

    /** The start of reading, named {@code value} in faults. */
    public static Shape of(CadenceValue value) {
        return new Shape(value, null, "value");
    }

    /** The start of reading, with a name for faults, such as that of the event or script. */
    public static Shape of(CadenceValue value, String name) {
        return new Shape(value, null, name);
    }

    /** The value as it is. */
    public CadenceValue value() {
        return value;
    }

    /** The type ID of a composite, such as {@code A.f8d6e0586b0a20c7.FlowEpoch.EpochSetup}. */
    public String typeId() {
        return composite().typeId();
    }

    /** A field of a composite that must be there. */
    public Shape field(String name) {
        CompositeValue composite = composite();
        CadenceValue field = composite.field(name);
        if (field == null) {
            throw unexpected("a field " + name, composite.typeId() + " without it");
        }
        return new Shape(field, this, name);
    }

    /** A field of a composite that only some versions of a contract have. */
    public Optional<Shape> fieldIfAny(String name) {
        CadenceValue field = composite().field(name);
        return field == null ? Optional.empty() : Optional.of(new Shape(field, this, name));
    }

    /** The elements of an array. */
    public List<Shape> list() {
        return list(Function.identity());
    }

    /** The elements of an array, each read by the same function; the list is immutable. */
    public <T> List<T> list(Function<? super Shape, ? extends T> read) {
        if (!(value instanceof ArrayValue array)) {
            throw unexpected("Array");
        }
        List<T> elements = new ArrayList<>(array.values().size());
        for (CadenceValue element : array.values()) {
            elements.add(read.apply(new Shape(element, this, elements.size())));
        }
        return List.copyOf(elements);
    }

    /**
     * The pairs of a dictionary in the order sent; the map is immutable, a key that comes twice is
     * a fault.
     */
    public <K, V> Map<K, V> dictionary(
            Function<? super Shape, ? extends K> readKey,
            Function<? super Shape, ? extends V> readValue) {
        if (!(value instanceof DictionaryValue dictionary)) {
            throw unexpected("Dictionary");
        }
        Map<K, V> pairs = LinkedHashMap.newLinkedHashMap(dictionary.entries().size());
        for (Entry entry : dictionary.entries()) {
            Shape key = new Shape(entry.key(), this, entry.key());
            V old =
                    pairs.put(
                            readKey.apply(key),
                            readValue.apply(new Shape(entry.value(), this, entry.key())));
            if (old != null) {
                throw key.unexpected("each key once", "it twice");
            }
        }
        return Collections.unmodifiableMap(pairs);
    }

    /** What an optional holds; empty for {@code nil}. */
    public Optional<Shape> optional() {
        if (!(value instanceof OptionalValue optional)) {
            throw unexpected("Optional");
        }
        CadenceValue held = optional.value();
        return held == null ? Optional.empty() : Optional.of(new Shape(held, parent, step));
    }

    /** What an optional holds, read by a function; empty for {@code nil}. */
    public <T> Optional<T> optional(Function<? super Shape, ? extends T> read) {
        return optional().map(read);
    }

    /** A {@code String}. */
    public String asString() {
        if (value instanceof StringValue string) {
            return string.value();
        }
        throw unexpected("String");
    }

    /** A {@code Bool}. */
    public boolean asBool() {
        if (value instanceof BoolValue bool) {
            return bool.value();
        }
        throw unexpected("Bool");
    }

    /** An {@code Address}. */
    public FlowAddress asAddress() {
        if (value instanceof AddressValue address) {
            return address.value();
        }
        throw unexpected("Address");
    }

    /** A path, as {@code /domain/identifier}. */
    public String asPath() {
        if (value instanceof PathValue path) {
            return "/" + path.domain() + "/" + path.identifier();
        }
        throw unexpected("Path");
    }

    /** A {@code UInt8}. */
    public int asUInt8() {
        return (int) as(IntegerType.UINT8);
    }

    /** A {@code UInt16}. */
    public int asUInt16() {
        return (int) as(IntegerType.UINT16);
    }

    /** A {@code UInt32}. */
    public long asUInt32() {
        return as(IntegerType.UINT32);
    }

    /**
     * A {@code UInt64}; one above {@link Long#MAX_VALUE} is a fault, since no height, view or
     * counter gets there.
     */
    public long asUInt64() {
        return as(IntegerType.UINT64);
    }

    /** An {@code Int} that fits a signed 32-bit number. */
    public int asInt() {
        long number = as(IntegerType.INT);
        if (number != (int) number) {
            throw unexpected("Int of up to 32 bits", Long.toString(number));
        }
        return (int) number;
    }

    /** An integer of any type that fits a signed 64-bit number. */
    public long asLong() {
        return switch (value) {
            case IntegerValue integer -> integer.value();
            case BigIntegerValue integer ->
                    throw unexpected("an integer of up to 63 bits", shortened(integer.value()));
            default -> throw unexpected("an integer");
        };
    }

    /** An integer of any type and size. */
    public BigInteger asBigInteger() {
        return switch (value) {
            case IntegerValue integer -> BigInteger.valueOf(integer.value());
            case BigIntegerValue integer -> integer.value();
            default -> throw unexpected("an integer");
        };
    }

    /** A {@code UFix64}, with its eight digits after the point. */
    public BigDecimal asUFix64() {
        if (value instanceof FixedPointValue fixed && fixed.type() == FixedPointType.UFIX64) {
            return fixed.value();
        }
        throw unexpected(FixedPointType.UFIX64.label());
    }

    /** The raw value of an enum. */
    public long asEnumRaw() {
        CompositeValue composite = composite();
        if (composite.kind() != CompositeKind.ENUM) {
            throw unexpected("Enum");
        }
        return field("rawValue").asLong();
    }

    /**
     * A fault that says this value is another one than expected, for rules that a type does not
     * express.
     */
    public FaultException unexpected(String expected, String found) {
        return CadenceFault.of(
                Kind.UNEXPECTED_SHAPE,
                "at " + path(),
                "expected",
                path() + ": " + expected,
                "found",
                found);
    }

    /** The way from the start to this value. */
    public String path() {
        if (parent == null) {
            return step.toString();
        }
        return switch (step) {
            case Integer position -> parent.path() + "[" + position + "]";
            case CadenceValue key -> parent.path() + "{" + describe(key) + "}";
            default -> parent.path() + "." + step;
        };
    }

    @Override
    public String toString() {
        return path();
    }

    private long as(IntegerType type) {
        return switch (value) {
            case IntegerValue integer when integer.type() == type -> integer.value();
            case BigIntegerValue integer when integer.type() == type ->
                    throw unexpected(
                            type.label() + " of up to 63 bits", shortened(integer.value()));
            default -> throw unexpected(type.label());
        };
    }

    private CompositeValue composite() {
        if (value instanceof CompositeValue composite) {
            return composite;
        }
        throw unexpected("a composite");
    }

    private FaultException unexpected(String expected) {
        return unexpected(expected, describe(value));
    }

    private static String describe(CadenceValue value) {
        return switch (value) {
            case StringValue string -> "\"" + shortened(string.value()) + "\"";
            case IntegerValue integer -> integer.type().label() + " " + integer.value();
            case BigIntegerValue integer ->
                    integer.type().label() + " " + shortened(integer.value());
            case FixedPointValue fixed ->
                    fixed.type().label() + " " + fixed.value().toPlainString();
            case AddressValue address -> address.value().toString();
            case CompositeValue composite ->
                    composite.kind().label() + " " + shortened(composite.typeId());
            case OptionalValue optional when optional.value() == null -> "nil";
            case CadenceValue.Unknown unknown -> "the unknown type " + shortened(unknown.kind());
            default -> CadenceEncoder.label(value);
        };
    }

    private static String shortened(Object fact) {
        String text = fact.toString();
        return text.length() > 70 ? text.substring(0, 69) + "…" : text;
    }
}
