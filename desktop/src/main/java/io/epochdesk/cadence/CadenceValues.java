package io.epochdesk.cadence;

import io.epochdesk.cadence.CadenceValue.AddressValue;
import io.epochdesk.cadence.CadenceValue.ArrayValue;
import io.epochdesk.cadence.CadenceValue.BigIntegerValue;
import io.epochdesk.cadence.CadenceValue.BoolValue;
import io.epochdesk.cadence.CadenceValue.CompositeValue;
import io.epochdesk.cadence.CadenceValue.DictionaryValue;
import io.epochdesk.cadence.CadenceValue.Entry;
import io.epochdesk.cadence.CadenceValue.Field;
import io.epochdesk.cadence.CadenceValue.FixedPointValue;
import io.epochdesk.cadence.CadenceValue.IntegerValue;
import io.epochdesk.cadence.CadenceValue.OptionalValue;
import io.epochdesk.cadence.CadenceValue.PathValue;
import io.epochdesk.cadence.CadenceValue.StringValue;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Makes values in few words, for arguments and tests. Numbers outside the range of their type are
 * refused with an {@link IllegalArgumentException}.
 */
public final class CadenceValues {

    private CadenceValues() {}

    /** A {@code String}. */
    public static CadenceValue string(String text) {
        return new StringValue(text);
    }

    /** A {@code Bool}. */
    public static CadenceValue bool(boolean value) {
        return new BoolValue(value);
    }

    /** An {@code Address}. */
    public static CadenceValue address(FlowAddress address) {
        return new AddressValue(address);
    }

    /** An {@code Int}. */
    public static CadenceValue integer(long value) {
        return integer(IntegerType.INT, value);
    }

    /** A {@code UInt8}. */
    public static CadenceValue uint8(int value) {
        return integer(IntegerType.UINT8, value);
    }

    /** A {@code UInt16}. */
    public static CadenceValue uint16(int value) {
        return integer(IntegerType.UINT16, value);
    }

    /** A {@code UInt32}. */
    public static CadenceValue uint32(long value) {
        return integer(IntegerType.UINT32, value);
    }

    /** A {@code UInt64} of up to {@link Long#MAX_VALUE}. */
    public static CadenceValue uint64(long value) {
        return integer(IntegerType.UINT64, value);
    }

    /** An integer of any type. */
    public static CadenceValue integer(IntegerType type, long value) {
        return new IntegerValue(type, value);
    }

    /** An integer of any type and size. */
    public static CadenceValue integer(IntegerType type, BigInteger value) {
        return value.bitLength() < Long.SIZE
                ? new IntegerValue(type, value.longValue())
                : new BigIntegerValue(type, value);
    }

    /** A {@code UFix64}, such as {@code "12.5"}. */
    public static CadenceValue ufix64(String value) {
        return fixedPoint(FixedPointType.UFIX64, new BigDecimal(value));
    }

    /** A {@code UFix64}. */
    public static CadenceValue ufix64(BigDecimal value) {
        return fixedPoint(FixedPointType.UFIX64, value);
    }

    /** A fixed-point number of any type; digits beyond its scale are refused. */
    public static CadenceValue fixedPoint(FixedPointType type, BigDecimal value) {
        if (!type.holds(value)) {
            throw new IllegalArgumentException("not a value of type " + type.label());
        }
        return new FixedPointValue(type, value.setScale(type.scale()));
    }

    /** An array. */
    public static CadenceValue array(CadenceValue... values) {
        return new ArrayValue(List.of(values));
    }

    /** An array. */
    public static CadenceValue array(List<? extends CadenceValue> values) {
        return new ArrayValue(List.copyOf(values));
    }

    /** A dictionary. */
    public static CadenceValue dictionary(
            Map<? extends CadenceValue, ? extends CadenceValue> values) {
        List<Entry> entries = new ArrayList<>(values.size());
        values.forEach((key, value) -> entries.add(new Entry(key, value)));
        return new DictionaryValue(entries);
    }

    /** An optional; null makes {@code nil}. */
    public static CadenceValue optional(@Nullable CadenceValue value) {
        return new OptionalValue(value);
    }

    /** {@code nil}. */
    public static CadenceValue nil() {
        return new OptionalValue(null);
    }

    /** A path such as {@code /storage/flowTokenVault}. */
    public static CadenceValue path(String domain, String identifier) {
        return new PathValue(domain, identifier);
    }

    /** A composite with its fields in order, such as a struct or an event. */
    public static CadenceValue composite(CompositeKind kind, String typeId, Field... fields) {
        return new CompositeValue(kind, typeId, List.of(fields));
    }

    /** A field of a composite. */
    public static Field field(String name, CadenceValue value) {
        return new Field(name, value);
    }
}
