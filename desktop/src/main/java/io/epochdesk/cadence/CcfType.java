package io.epochdesk.cadence;

import io.epochdesk.cadence.CadenceType.Authorization;
import io.epochdesk.cadence.CadenceType.NominalKind;
import io.epochdesk.cadence.CadenceValue.AddressValue;
import io.epochdesk.cadence.CadenceValue.ArrayValue;
import io.epochdesk.cadence.CadenceValue.BoolValue;
import io.epochdesk.cadence.CadenceValue.CapabilityValue;
import io.epochdesk.cadence.CadenceValue.CharacterValue;
import io.epochdesk.cadence.CadenceValue.CompositeValue;
import io.epochdesk.cadence.CadenceValue.DictionaryValue;
import io.epochdesk.cadence.CadenceValue.Entry;
import io.epochdesk.cadence.CadenceValue.Field;
import io.epochdesk.cadence.CadenceValue.FunctionValue;
import io.epochdesk.cadence.CadenceValue.InclusiveRangeValue;
import io.epochdesk.cadence.CadenceValue.OptionalValue;
import io.epochdesk.cadence.CadenceValue.PathValue;
import io.epochdesk.cadence.CadenceValue.StringValue;
import io.epochdesk.cadence.CadenceValue.TypeValue;
import io.epochdesk.cadence.CadenceValue.VoidValue;

import org.jspecify.annotations.Nullable;

import java.math.BigInteger;
import java.util.List;

/**
 * A type as a CCF message tells it. A type knows how its values are written, since the message
 * tells the types once and the values without them.
 */
sealed interface CcfType {

    /** Reads a value of this type. */
    CadenceValue read(CcfReading in);

    /** Reads a value that comes with its own type, where the type told before is too general. */
    private static CadenceValue withItsType(CcfReading in, String what) {
        if (!in.cbor().isTag(CcfTags.TYPE_AND_VALUE)) {
            throw Malformed.at(in.cbor().position(), what + " must come with its type");
        }
        in.cbor().tag(what);
        return in.typeAndValue();
    }

    /** A type of which no value is: values that come with types of their own belong to it. */
    record General(String label) implements CcfType {
        @Override
        public CadenceValue read(CcfReading in) {
            return withItsType(in, "a value of type " + label);
        }
    }

    /** A type of whole numbers. */
    record Whole(IntegerType type) implements CcfType {
        @Override
        public CadenceValue read(CcfReading in) {
            return in.numbers().integer(type);
        }
    }

    /** A type of fixed-point numbers. */
    record Fixed(FixedPointType type) implements CcfType {
        @Override
        public CadenceValue read(CcfReading in) {
            return in.numbers().fixedPoint(type);
        }
    }

    /** A type whose values have a form of their own. */
    record Plain(PlainKind kind) implements CcfType {

        private static final VoidValue VOID = new VoidValue();

        @Override
        public CadenceValue read(CcfReading in) {
            return switch (kind) {
                case STRING -> new StringValue(in.cbor().text("a String"));
                case ADDRESS -> new AddressValue(in.numbers().address());
                case BOOL -> new BoolValue(in.cbor().bool());
                case CHARACTER -> character(in);
                case TYPE -> new TypeValue(in.typeValue());
                case FUNCTION -> new FunctionValue(in.functionType());
                case VOID -> {
                    in.cbor().requireNil("a Void");
                    yield VOID;
                }
                case OPTIONAL, ARRAY, DICTIONARY, PATH, CAPABILITY, INCLUSIVE_RANGE ->
                        throw new IllegalStateException(kind + " has parts");
            };
        }

        private static CadenceValue character(CcfReading in) {
            int start = in.cbor().position();
            String text = in.cbor().text("a Character");
            if (text.isEmpty()) {
                throw Malformed.at(start, "a Character is empty");
            }
            return new CharacterValue(text);
        }
    }

    /** The type of paths of one domain. */
    record Path(String label, String domain, int number) implements CcfType {
        @Override
        public CadenceValue read(CcfReading in) {
            in.cbor().arrayOf(2, "a path");
            int start = in.cbor().position();
            if (in.cbor().unsigned("the domain of a path") != number) {
                throw Malformed.at(start, "a " + label + " must lie in " + domain);
            }
            return new PathValue(domain, in.cbor().text("the identifier of a path"));
        }
    }

    /**
     * {@code T?}; {@code nil} of {@code T??} holds another one, as Cadence's own decoder has it.
     */
    record Optional(CcfType type, OptionalValue none) implements CcfType {

        private static final OptionalValue NIL = new OptionalValue(null);

        static Optional of(CcfType type) {
            return new Optional(
                    type, type instanceof Optional inner ? new OptionalValue(inner.none()) : NIL);
        }

        @Override
        public CadenceValue read(CcfReading in) {
            if (in.cbor().nil()) {
                return none;
            }
            in.cbor().enter();
            CadenceValue value = type.read(in);
            in.cbor().leave();
            return new OptionalValue(value);
        }
    }

    /** {@code [T]}, or {@code [T; size]} where a size is given. */
    record Array(CcfType element, @Nullable BigInteger size) implements CcfType {
        @Override
        public CadenceValue read(CcfReading in) {
            CborReader cbor = in.cbor();
            if (cbor.isTag(CcfTags.TYPE_AND_VALUE)) {
                return withItsType(in, "an Array");
            }
            int start = cbor.position();
            CadenceValue[] values = new CadenceValue[cbor.array("an Array")];
            if (size != null && !size.equals(BigInteger.valueOf(values.length))) {
                throw Malformed.at(start, "an Array must have " + size + " elements");
            }
            cbor.enter();
            for (int i = 0; i < values.length; i++) {
                values[i] = element.read(in);
            }
            cbor.leave();
            return new ArrayValue(List.of(values));
        }
    }

    /** {@code {K: V}}; its keys are written in the order of their bytes. */
    record Dictionary(CcfType key, CcfType value) implements CcfType {
        @Override
        public CadenceValue read(CcfReading in) {
            CborReader cbor = in.cbor();
            if (cbor.isTag(CcfTags.TYPE_AND_VALUE)) {
                return withItsType(in, "a Dictionary");
            }
            int start = cbor.position();
            int parts = cbor.array("a Dictionary");
            if ((parts & 1) != 0) {
                throw Malformed.at(start, "a Dictionary has a key without a value");
            }
            Entry[] entries = new Entry[parts / 2];
            int lastFrom = 0;
            int lastTo = 0;
            cbor.enter();
            for (int i = 0; i < entries.length; i++) {
                int from = cbor.position();
                CadenceValue read = key.read(in);
                int to = cbor.position();
                if (cbor.compare(lastFrom, lastTo, from, to) >= 0) {
                    throw Malformed.at(from, "the keys of a Dictionary are not in order");
                }
                lastFrom = from;
                lastTo = to;
                entries[i] = new Entry(read, value.read(in));
            }
            cbor.leave();
            return new DictionaryValue(List.of(entries));
        }
    }

    /** {@code &T}; what it refers to is written. */
    record Reference(Authorization authorization, CcfType type) implements CcfType {
        @Override
        public CadenceValue read(CcfReading in) {
            in.cbor().enter();
            CadenceValue value = type.read(in);
            in.cbor().leave();
            return value;
        }
    }

    /** {@code {I, J}}. */
    record Intersection(List<CcfType> types) implements CcfType {
        @Override
        public CadenceValue read(CcfReading in) {
            return withItsType(in, "a value of an intersection");
        }
    }

    /** {@code Capability<T>}. */
    record Capability(@Nullable CcfType borrowType) implements CcfType {
        @Override
        public CadenceValue read(CcfReading in) {
            if (in.cbor().isTag(CcfTags.TYPE_AND_VALUE)) {
                return withItsType(in, "a Capability");
            }
            in.cbor().arrayOf(2, "a Capability");
            FlowAddress address = in.numbers().address();
            BigInteger id = in.numbers().uint64("the ID of a Capability");
            return new CapabilityValue(
                    id,
                    address,
                    borrowType == null ? null : CcfTypeTeller.told(borrowType, in.cbor()));
        }
    }

    /** {@code InclusiveRange<T>}. */
    record InclusiveRange(CcfType element) implements CcfType {
        @Override
        public CadenceValue read(CcfReading in) {
            in.cbor().arrayOf(3, "an InclusiveRange");
            in.cbor().enter();
            CadenceValue start = element.read(in);
            CadenceValue end = element.read(in);
            CadenceValue step = element.read(in);
            in.cbor().leave();
            return new InclusiveRangeValue(start, end, step);
        }
    }

    /** The type of a function; told as a value only. */
    record Function(
            boolean view,
            List<TypeParameter> typeParameters,
            List<Parameter> parameters,
            CcfType returnType)
            implements CcfType {
        @Override
        public CadenceValue read(CcfReading in) {
            throw new IllegalStateException("a function's type is never that of a value");
        }
    }

    /** A parameter of a function or initializer. */
    record Parameter(String label, String identifier, CcfType type) {}

    /** A type parameter of a function and its bound. */
    record TypeParameter(String name, @Nullable CcfType bound) {}

    /**
     * A declared type. It may be spoken of before all of it was told, and in its own fields; so it
     * is filled in later.
     */
    final class Nominal implements CcfType {

        private NominalKind kind = NominalKind.STRUCT;
        private String typeId = "";
        private @Nullable CcfType rawType;
        private String[] names = {};
        private CcfType[] types = {};
        private @Nullable List<Parameter> initializer;

        /** Says what it is. */
        void declare(NominalKind newKind, String newTypeId) {
            kind = newKind;
            typeId = newTypeId;
        }

        /** Says which type an enum is of, or which one an attachment is for. */
        void setRawType(@Nullable CcfType type) {
            rawType = type;
        }

        /** Says what fields it has. */
        void setFields(String[] newNames, CcfType[] newTypes) {
            names = newNames;
            types = newTypes;
        }

        /** Says how it is made. */
        void setInitializer(@Nullable List<Parameter> parameters) {
            initializer = parameters;
        }

        NominalKind kind() {
            return kind;
        }

        String typeId() {
            return typeId;
        }

        @Nullable CcfType rawType() {
            return rawType;
        }

        int fieldCount() {
            return names.length;
        }

        String name(int field) {
            return names[field];
        }

        CcfType type(int field) {
            return types[field];
        }

        @Nullable List<Parameter> initializer() {
            return initializer;
        }

        @Override
        public CadenceValue read(CcfReading in) {
            CompositeKind composite = composite();
            if (composite == null || in.cbor().isTag(CcfTags.TYPE_AND_VALUE)) {
                return withItsType(in, "a value of type " + typeId);
            }
            in.cbor().arrayOf(types.length, "a value of type " + typeId);
            Field[] fields = new Field[types.length];
            in.cbor().enter();
            for (int i = 0; i < fields.length; i++) {
                fields[i] = new Field(names[i], types[i].read(in));
            }
            in.cbor().leave();
            return new CompositeValue(composite, typeId, List.of(fields));
        }

        private @Nullable CompositeKind composite() {
            return switch (kind) {
                case STRUCT -> CompositeKind.STRUCT;
                case RESOURCE -> CompositeKind.RESOURCE;
                case EVENT -> CompositeKind.EVENT;
                case CONTRACT -> CompositeKind.CONTRACT;
                case ENUM -> CompositeKind.ENUM;
                case ATTACHMENT -> CompositeKind.ATTACHMENT;
                case STRUCT_INTERFACE, RESOURCE_INTERFACE, CONTRACT_INTERFACE -> null;
            };
        }
    }
}
