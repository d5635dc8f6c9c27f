package io.epochdesk.cadence;

import io.epochdesk.cadence.CadenceType.Authorization;
import io.epochdesk.cadence.CadenceType.AuthorizationKind;
import io.epochdesk.cadence.CadenceValue.ArrayValue;
import io.epochdesk.cadence.CadenceValue.CapabilityValue;
import io.epochdesk.cadence.CadenceValue.CompositeValue;
import io.epochdesk.cadence.CadenceValue.DictionaryValue;
import io.epochdesk.cadence.CadenceValue.Entry;
import io.epochdesk.cadence.CadenceValue.FixedPointValue;
import io.epochdesk.cadence.CadenceValue.InclusiveRangeValue;
import io.epochdesk.cadence.CadenceValue.OptionalValue;
import io.epochdesk.cadence.CcfTags.Form;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Encodes values as CCF, as a node tells events, for the rehearsal. Types are those that the values
 * show ({@link CcfInference}), not those they were declared with, so a message may differ from a
 * real node's in its types; what it says is the same.
 */
public final class CcfEncoder {

    private final CcfInference types = new CcfInference();
    private final Map<CcfType.Nominal, Integer> places = new HashMap<>();

    private CcfEncoder() {}

    /**
     * The CCF message of a value.
     *
     * @throws IllegalArgumentException when CCF has no such value: capabilities by path, unknown
     *     ones, static types that are not told in full, composites of one type with different
     *     fields
     */
    public static byte[] encode(CadenceValue value) {
        return new CcfEncoder().message(value);
    }

    private byte[] message(CadenceValue value) {
        CcfType type = types.of(value);
        List<CcfType.Nominal> declared = types.declared();
        declared.forEach(nominal -> places.put(nominal, places.size()));
        CborWriter out = new CborWriter();
        if (declared.isEmpty()) {
            out.tag(CcfTags.TYPE_AND_VALUE);
        } else {
            out.tag(CcfTags.TYPEDEF_AND_VALUE);
            out.array(2);
            out.array(declared.size());
            declared.forEach(nominal -> declaration(nominal, out));
        }
        typeAndValue(value, type, out);
        return out.bytes();
    }

    private void declaration(CcfType.Nominal nominal, CborWriter out) {
        boolean isInterface = CcfTags.isInterface(nominal.kind());
        out.tag(CcfTags.tag(nominal.kind(), false));
        out.array(isInterface ? 2 : 3);
        out.index(place(nominal));
        out.text(nominal.typeId());
        if (!isInterface) {
            out.array(nominal.fieldCount());
            for (int i = 0; i < nominal.fieldCount(); i++) {
                out.array(2);
                out.text(nominal.name(i));
                inline(nominal.type(i), out);
            }
        }
    }

    private void typeAndValue(CadenceValue value, CcfType type, CborWriter out) {
        out.array(2);
        inline(type, out);
        value(value, type, out);
    }

    private void inline(CcfType type, CborWriter out) {
        switch (type) {
            case CcfType.Nominal nominal -> {
                tag(Form.REF, out);
                out.index(place(nominal));
            }
            case CcfType.Optional optional -> {
                tag(Form.OPTIONAL, out);
                inline(optional.type(), out);
            }
            case CcfType.Array array -> {
                BigInteger size = array.size();
                tag(size == null ? Form.ARRAY : Form.SIZED_ARRAY, out);
                if (size != null) {
                    out.array(2);
                    out.unsigned(size.longValue());
                }
                inline(array.element(), out);
            }
            case CcfType.Dictionary dictionary -> {
                tag(Form.DICTIONARY, out);
                out.array(2);
                inline(dictionary.key(), out);
                inline(dictionary.value(), out);
            }
            case CcfType.Reference reference -> {
                tag(Form.REFERENCE, out);
                out.array(2);
                authorization(reference.authorization(), false, out);
                inline(reference.type(), out);
            }
            case CcfType.Intersection intersection -> {
                tag(Form.INTERSECTION, out);
                out.array(intersection.types().size());
                intersection.types().forEach(each -> inline(each, out));
            }
            case CcfType.Capability capability -> {
                tag(Form.CAPABILITY, out);
                out.array(1);
                if (capability.borrowType() == null) {
                    out.nil();
                } else {
                    inline(capability.borrowType(), out);
                }
            }
            case CcfType.InclusiveRange range -> {
                tag(Form.INCLUSIVE_RANGE, out);
                inline(range.element(), out);
            }
            case CcfType.Function _ ->
                    throw new IllegalStateException("a function's type is never that of a value");
            case CcfType.General _,
                    CcfType.Path _,
                    CcfType.Whole _,
                    CcfType.Fixed _,
                    CcfType.Plain _ -> {
                tag(Form.SIMPLE, out);
                out.unsigned(CcfSimpleTypes.numberOf(type));
            }
        }
    }

    private void value(CadenceValue value, CcfType type, CborWriter out) {
        switch (type) {
            case CcfType.General _ -> {
                out.tag(CcfTags.TYPE_AND_VALUE);
                typeAndValue(value, types.of(value), out);
            }
            case CcfType.Optional optional -> {
                CadenceValue held = ((OptionalValue) value).value();
                if (held == null) {
                    out.nil();
                } else {
                    value(held, optional.type(), out);
                }
            }
            case CcfType.Array array -> {
                List<CadenceValue> values = ((ArrayValue) value).values();
                out.array(values.size());
                values.forEach(each -> value(each, array.element(), out));
            }
            case CcfType.Dictionary dictionary ->
                    dictionary(((DictionaryValue) value).entries(), dictionary, out);
            case CcfType.Nominal nominal -> {
                List<CadenceValue.Field> fields = ((CompositeValue) value).fields();
                out.array(fields.size());
                for (int i = 0; i < fields.size(); i++) {
                    value(fields.get(i).value(), nominal.type(i), out);
                }
            }
            case CcfType.InclusiveRange range -> {
                InclusiveRangeValue ends = (InclusiveRangeValue) value;
                out.array(3);
                value(ends.start(), range.element(), out);
                value(ends.end(), range.element(), out);
                value(ends.step(), range.element(), out);
            }
            default -> leaf(value, out);
        }
    }

    private void dictionary(List<Entry> entries, CcfType.Dictionary type, CborWriter out) {
        Map<byte[], CadenceValue> sorted = new TreeMap<>(Arrays::compareUnsigned);
        for (Entry entry : entries) {
            CborWriter key = new CborWriter();
            value(entry.key(), type.key(), key);
            if (sorted.put(key.bytes(), entry.value()) != null) {
                throw new IllegalArgumentException("a dictionary has a key twice");
            }
        }
        out.array(2 * sorted.size());
        sorted.forEach(
                (key, value) -> {
                    out.raw(key);
                    value(value, type.value(), out);
                });
    }

    private void leaf(CadenceValue value, CborWriter out) {
        switch (value) {
            case CadenceValue.VoidValue _ -> out.nil();
            case CadenceValue.BoolValue bool -> out.bool(bool.value());
            case CadenceValue.StringValue string -> out.text(string.value());
            case CadenceValue.CharacterValue character -> out.text(character.value());
            case CadenceValue.AddressValue address -> address(address.value(), out);
            case CadenceValue.IntegerValue integer ->
                    integer(integer.type(), BigInteger.valueOf(integer.value()), out);
            case CadenceValue.BigIntegerValue integer ->
                    integer(integer.type(), integer.value(), out);
            case FixedPointValue fixed -> fixedPoint(fixed, out);
            case CadenceValue.PathValue path -> {
                out.array(2);
                out.unsigned(((CcfType.Path) types.of(path)).number());
                out.text(path.identifier());
            }
            case CapabilityValue capability -> {
                out.array(2);
                address(capability.address(), out);
                out.unsigned(capability.id().longValue());
            }
            case CadenceValue.TypeValue type -> {
                if (type.staticType() == null) {
                    out.nil();
                } else {
                    new CcfTypeWriter(out).type(type.staticType());
                }
            }
            case CadenceValue.FunctionValue function ->
                    new CcfTypeWriter(out).function(function.functionType());
            default -> throw new IllegalStateException("a value with parts");
        }
    }

    private static void address(FlowAddress address, CborWriter out) {
        out.bytes(ByteBuffer.allocate(Long.BYTES).putLong(address.value()).array());
    }

    private static void integer(IntegerType type, BigInteger value, CborWriter out) {
        if (type.digits() > IntegerType.UINT64.digits()) {
            out.bignum(value);
        } else if (type.signed()) {
            out.signed(value.longValue());
        } else {
            out.unsigned(value.longValue());
        }
    }

    private static void fixedPoint(FixedPointValue fixed, CborWriter out) {
        BigInteger unscaled = fixed.value().unscaledValue();
        if (fixed.type().scale() > FixedPointType.UFIX64.scale()) {
            out.array(2);
            out.unsigned(unscaled.shiftRight(Long.SIZE).longValue());
            out.unsigned(unscaled.longValue());
        } else if (fixed.type().signed()) {
            out.signed(unscaled.longValue());
        } else {
            out.unsigned(unscaled.longValue());
        }
    }

    /**
     * Writes what a reference may do.
     *
     * @param values whether the type is a value itself
     */
    static void authorization(Authorization authorization, boolean values, CborWriter out) {
        switch (authorization.kind()) {
            case UNAUTHORIZED -> out.nil();
            case MAP -> {
                out.tag(CcfTags.tag(Form.ENTITLEMENT_MAP, values));
                out.text(authorization.entitlements().getFirst());
            }
            case CONJUNCTION, DISJUNCTION -> {
                out.tag(CcfTags.tag(Form.ENTITLEMENT_SET, values));
                out.array(2);
                out.unsigned(authorization.kind() == AuthorizationKind.CONJUNCTION ? 0 : 1);
                out.array(authorization.entitlements().size());
                authorization.entitlements().forEach(out::text);
            }
            case AUTHORIZED -> throw new IllegalArgumentException("CCF has no plain authorization");
        }
    }

    private static void tag(Form form, CborWriter out) {
        out.tag(CcfTags.tag(form, false));
    }

    private int place(CcfType.Nominal nominal) {
        Integer place = places.get(nominal);
        if (place == null) {
            throw new IllegalStateException("a type was not declared: " + nominal.typeId());
        }
        return place;
    }
}
