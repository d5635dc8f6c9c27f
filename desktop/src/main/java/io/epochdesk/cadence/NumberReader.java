package io.epochdesk.cadence;

import io.epochdesk.cadence.CadenceValue.BigIntegerValue;
import io.epochdesk.cadence.CadenceValue.FixedPointValue;
import io.epochdesk.cadence.CadenceValue.IntegerValue;
import io.epochdesk.fault.FaultException;

import java.math.BigDecimal;
import java.math.BigInteger;

/** Reads the numbers and addresses that JSON-Cadence writes as strings. */
final class NumberReader {

    /** So many digits always fit a long. */
    private static final int LONG_DIGITS = 18;

    private final int unboundedDigits;

    NumberReader(int unboundedDigits) {
        this.unboundedDigits = unboundedDigits;
    }

    CadenceValue integer(IntegerType type, Ascii text) {
        boolean negative = text.isNegative();
        int first = negative ? 1 : 0;
        int end = text.length();
        int digits = end - first;
        if (!text.isDigits(first, end)) {
            throw notDigits(type, text);
        }
        int limit = Math.min(type.digits(), unboundedDigits);
        if (digits > limit) {
            throw Malformed.tooManyDigits(text.position(), limit);
        }
        if (digits > LONG_DIGITS) {
            return wide(type, text);
        }
        long magnitude = text.append(0, first, end);
        long value = negative ? -magnitude : magnitude;
        if (!type.holds(value) || (negative && !type.signed())) {
            throw outOfRange(type, text);
        }
        return new IntegerValue(type, value);
    }

    private static CadenceValue wide(IntegerType type, Ascii text) {
        BigInteger value = new BigInteger(text.toString());
        if (!type.holds(value) || (text.isNegative() && !type.signed())) {
            throw outOfRange(type, text);
        }
        return value.bitLength() < Long.SIZE
                ? new IntegerValue(type, value.longValue())
                : new BigIntegerValue(type, value);
    }

    CadenceValue fixedPoint(FixedPointType type, Ascii text) {
        boolean negative = text.isNegative();
        int first = negative ? 1 : 0;
        int point = text.point();
        int end = text.length();
        if (!text.isDigits(first, point) || !text.isDigits(point + 1, end)) {
            throw notDigits(type, text);
        }
        int whole = point - first;
        int fraction = end - point - 1;
        if (whole > type.wholeDigits()) {
            throw Malformed.tooManyDigits(text.position(), type.wholeDigits());
        }
        if (fraction > type.scale()) {
            throw Malformed.tooManyDigits(text.position(), type.scale());
        }
        if (negative && !type.signed()) {
            throw outOfRange(type, text);
        }
        return new FixedPointValue(
                type,
                whole + type.scale() > LONG_DIGITS
                        ? wide(type, text)
                        : BigDecimal.valueOf(
                                unscaled(type, text, first, point, end), type.scale()));
    }

    private static long unscaled(FixedPointType type, Ascii text, int first, int point, int end) {
        long unscaled = text.append(text.append(0, first, point), point + 1, end);
        for (int i = end - point - 1; i < type.scale(); i++) {
            unscaled *= 10;
        }
        return first > 0 ? -unscaled : unscaled;
    }

    private static BigDecimal wide(FixedPointType type, Ascii text) {
        BigDecimal value = new BigDecimal(text.toString()).setScale(type.scale());
        if (!type.holdsUnscaled(value.unscaledValue())) {
            throw outOfRange(type, text);
        }
        return value;
    }

    /** An address: {@code 0x} and 1 to 16 hex digits. */
    FlowAddress address(Ascii text) {
        int length = text.length();
        if (length < 3 || length > 18 || text.at(0) != '0' || text.at(1) != 'x') {
            throw notAnAddress(text);
        }
        long value = 0;
        for (int i = 2; i < length; i++) {
            int digit = Character.digit(text.at(i), 16);
            if (digit < 0) {
                throw notAnAddress(text);
            }
            value = (value << 4) | digit;
        }
        return new FlowAddress(value);
    }

    private static FaultException notAnAddress(Ascii text) {
        return Malformed.at(text.position(), "an address is 0x and 1 to 16 hex digits");
    }

    private static FaultException notDigits(ValueKind type, Ascii text) {
        String point = type instanceof FixedPointType ? " with a point between" : "";
        return Malformed.at(text.position(), "a " + type.label() + " is written in digits" + point);
    }

    private static FaultException outOfRange(ValueKind type, Ascii text) {
        return Malformed.outOfRange(text.position(), type.label(), text.excerpt());
    }
}
