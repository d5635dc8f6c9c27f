package io.epochdesk.cadence;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;

/**
 * A Cadence value as the Access API sends it, complete for the JSON-Cadence format. What this
 * console does not know is kept as {@link Unknown}, so that one new type never costs the whole
 * value.
 *
 * <p>{@link Shape} reads values into records with clear faults.
 */
public sealed interface CadenceValue {

    /** The value of type {@code Void}. */
    record VoidValue() implements CadenceValue {}

    /** An optional; null means {@code nil}. */
    record OptionalValue(@Nullable CadenceValue value) implements CadenceValue {}

    /** A boolean. */
    record BoolValue(boolean value) implements CadenceValue {}

    /** A string. */
    record StringValue(String value) implements CadenceValue {}

    /** One grapheme. */
    record CharacterValue(String value) implements CadenceValue {}

    /** An account address. */
    record AddressValue(FlowAddress value) implements CadenceValue {}

    /** Any integer that fits a signed 64-bit number; others are {@link BigIntegerValue}. */
    record IntegerValue(IntegerType type, long value) implements CadenceValue {
        public IntegerValue {
            if (!type.holds(value)) {
                throw new IllegalArgumentException(
                        value + " is not a value of type " + type.label());
            }
        }
    }

    /** An integer that does not fit a signed 64-bit number. */
    record BigIntegerValue(IntegerType type, BigInteger value) implements CadenceValue {
        public BigIntegerValue {
            if (!type.holds(value)) {
                throw new IllegalArgumentException(
                        value + " is not a value of type " + type.label());
            }
            if (value.bitLength() < Long.SIZE) {
                throw new IllegalArgumentException(value + " fits an IntegerValue");
            }
        }
    }

    /** A fixed-point number, exact, with the scale of its type. */
    record FixedPointValue(FixedPointType type, BigDecimal value) implements CadenceValue {
        public FixedPointValue {
            if (value.scale() != type.scale() || !type.holdsOfItsScale(value)) {
                throw new IllegalArgumentException(
                        value + " is not a value of type " + type.label());
            }
        }
    }

    /** An array. */
    record ArrayValue(List<CadenceValue> values) implements CadenceValue {
        public ArrayValue {
            values = List.copyOf(values);
        }
    }

    /** A dictionary: pairs in the order sent, which has no meaning. */
    record DictionaryValue(List<Entry> entries) implements CadenceValue {
        public DictionaryValue {
            entries = List.copyOf(entries);
        }
    }

    /** One pair of a dictionary. */
    record Entry(CadenceValue key, CadenceValue value) {}

    /**
     * A struct, resource, event, contract, enum or attachment with its type, such as {@code
     * A.f8d6e0586b0a20c7.FlowEpoch.EpochSetup}, and its fields in the order sent.
     */
    record CompositeValue(CompositeKind kind, String typeId, List<Field> fields)
            implements CadenceValue {
        public CompositeValue {
            fields = List.copyOf(fields);
        }

        /** The field of this name, or null. */
        public @Nullable CadenceValue field(String name) {
            for (Field field : fields) {
                if (field.name().equals(name)) {
                    return field.value();
                }
            }
            return null;
        }
    }

    /** A named field of a composite. */
    record Field(String name, CadenceValue value) {}

    /** A path such as {@code /storage/flowTokenVault}. */
    record PathValue(String domain, String identifier) implements CadenceValue {}

    /** A static type; null when the chain sent an empty one. */
    record TypeValue(@Nullable CadenceType staticType) implements CadenceValue {}

    /** A capability in its present form: identifier, address, borrow type. */
    record CapabilityValue(BigInteger id, FlowAddress address, @Nullable CadenceType borrowType)
            implements CadenceValue {
        public CapabilityValue {
            if (!IntegerType.UINT64.holds(id)) {
                throw new IllegalArgumentException("a capability's ID is a UInt64, not " + id);
            }
        }
    }

    /** A capability as chains before Cadence 1.0 sent it: path, address, borrow type. */
    record PathCapabilityValue(
            PathValue path, FlowAddress address, @Nullable CadenceType borrowType)
            implements CadenceValue {}

    /** An inclusive range with its step. */
    record InclusiveRangeValue(CadenceValue start, CadenceValue end, CadenceValue step)
            implements CadenceValue {}

    /** A function, known by its type only. */
    record FunctionValue(@Nullable CadenceType functionType) implements CadenceValue {}

    /** Something of a kind this console does not know, with the text that was sent. */
    record Unknown(String kind, String json) implements CadenceValue {}
}
