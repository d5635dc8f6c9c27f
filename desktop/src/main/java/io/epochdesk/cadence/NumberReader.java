package io.epochdesk.cadence;

import io.epochdesk.cadence.CadenceValue.BigIntegerValue;
import io.epochdesk.cadence.CadenceValue.FixedPointValue;
import io.epochdesk.cadence.CadenceValue.IntegerValue;

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
        boolean negative = text.startsWith('-');
        Ascii digits = negative ? text.skip(1) : text;
        requireDigits(digits, type.label());
        int limit = Math.min(type.digits(), unboundedDigits);
        if (digits.length() > limit) {
            throw Malformed.tooManyDigits(text.position(), limit);
        }
        if (negative && !type.signed()) {
            throw Malformed.outOfRange(text.position(), type.label(), text.excerpt());
        }
        if (digits.length() <= LONG_DIGITS) {
            long value = negative ? -digits.digits() : digits.digits();
            if (!type.holds(value)) {
                throw Malformed.outOfRange(text.position(), type.label(), text.excerpt());
            }
            return new IntegerValue(type, value);
        }
        BigInteger value = new BigInteger(text.toString());
        if (!type.holds(value)) {
            throw Malformed.outOfRange(text.position(), type.label(), text.excerpt());
        }
        return value.bitLength() < Long.SIZE
                ? new IntegerValue(type, value.longValue())
                : new BigIntegerValue(type, value);
    }

    CadenceValue fixedPoint(FixedPointType type, Ascii text) {
        boolean negative = text.startsWith('-');
        Ascii digits = negative ? text.skip(1) : text;
        int point = digits.indexOf('.');
        if (point < 0) {
            throw Malformed.at(text.position(), "a " + type.label() + " has a decimal point");
        }
        Ascii whole = digits.until(point);
        Ascii fraction = digits.skip(point + 1);
        requireDigits(whole, type.label());
        requireDigits(fraction, type.label());
        if (whole.length() > type.wholeDigits()) {
            throw Malformed.tooManyDigits(text.position(), type.wholeDigits());
        }
        if (fraction.length() > type.scale()) {
            throw Malformed.tooManyDigits(text.position(), type.scale());
        }
        if (negative && !type.signed()) {
            throw Malformed.outOfRange(text.position(), type.label(), text.excerpt());
        }
        if (whole.length() + type.scale() <= LONG_DIGITS) {
            long unscaled = whole.digits();
            for (int i = 0; i < type.scale(); i++) {
                unscaled = unscaled * 10 + (i < fraction.length() ? fraction.digit(i) : 0);
            }
            return new FixedPointValue(
                    type, BigDecimal.valueOf(negative ? -unscaled : unscaled, type.scale()));
        }
        BigDecimal value = new BigDecimal(text.toString()).setScale(type.scale());
        if (!type.holdsUnscaled(value.unscaledValue())) {
            throw Malformed.outOfRange(text.position(), type.label(), text.excerpt());
        }
        return new FixedPointValue(type, value);
    }

    /** An address: {@code 0x} and 1 to 16 hex digits. */
    FlowAddress address(Ascii text) {
        Ascii digits = text.skip(Math.min(2, text.length()));
        boolean prefixed = text.startsWith('0') && text.skip(1).startsWith('x');
        if (!prefixed || digits.length() < 1 || digits.length() > 16) {
            throw Malformed.at(text.position(), "an address is 0x and 1 to 16 hex digits");
        }
        long value = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = Character.digit(digits.at(i), 16);
            if (digit < 0) {
                throw Malformed.at(text.position(), "an address is 0x and 1 to 16 hex digits");
            }
            value = (value << 4) | digit;
        }
        return new FlowAddress(value);
    }

    private static void requireDigits(Ascii digits, String type) {
        if (!digits.isDigits()) {
            throw Malformed.at(digits.position(), "a " + type + " is written in digits");
        }
    }
}
