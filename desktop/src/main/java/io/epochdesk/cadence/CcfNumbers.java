package io.epochdesk.cadence;

import io.epochdesk.cadence.CadenceValue.BigIntegerValue;
import io.epochdesk.cadence.CadenceValue.FixedPointValue;
import io.epochdesk.cadence.CadenceValue.IntegerValue;
import io.epochdesk.fault.FaultException;

import java.math.BigDecimal;
import java.math.BigInteger;

/** Reads the numbers and addresses of a CCF message. */
final class CcfNumbers {

    private final CborReader cbor;
    private final int unboundedDigits;

    /**
     * @param unboundedDigits digits that a number of a type without a limit may have
     */
    CcfNumbers(CborReader cbor, int unboundedDigits) {
        this.cbor = cbor;
        this.unboundedDigits = unboundedDigits;
    }

    /** Types of up to 64 bits are CBOR integers, the wider ones bignums whatever their value. */
    CadenceValue integer(IntegerType type) {
        return type.digits() > IntegerType.UINT64.digits() ? wide(type) : narrow(type);
    }

    private CadenceValue narrow(IntegerType type) {
        int start = cbor.position();
        boolean negative = type.signed() && cbor.isNegative();
        long bits = negative ? cbor.magnitude(type.label()) : cbor.unsigned(type.label());
        if (bits < 0) {
            BigInteger number = unsigned(bits);
            BigInteger value = negative ? number.not() : number;
            if (!type.holds(value)) {
                throw outOfRange(start, type, value);
            }
            return new BigIntegerValue(type, value);
        }
        long value = negative ? ~bits : bits;
        if (!type.holds(value)) {
            throw outOfRange(start, type, value);
        }
        return new IntegerValue(type, value);
    }

    private CadenceValue wide(IntegerType type) {
        int start = cbor.position();
        BigInteger value = cbor.bignum(Math.min(type.digits(), unboundedDigits), type.label());
        if (!type.holds(value)) {
            throw outOfRange(start, type, value);
        }
        return value.bitLength() < Long.SIZE
                ? new IntegerValue(type, value.longValue())
                : new BigIntegerValue(type, value);
    }

    /** A fixed-point number is the whole number of its smallest steps. */
    CadenceValue fixedPoint(FixedPointType type) {
        int start = cbor.position();
        boolean negative = type.signed() && cbor.isNegative();
        if (type.wholeDigits() > FixedPointType.UFIX64.wholeDigits()) {
            cbor.arrayOf(2, "a " + type.label());
            BigInteger high = halfOf(type);
            BigInteger bits = high.shiftLeft(Long.SIZE).or(unsigned(cbor.unsigned(type.label())));
            return new FixedPointValue(type, new BigDecimal(bits, type.scale()));
        }
        long bits = negative ? cbor.magnitude(type.label()) : cbor.unsigned(type.label());
        BigInteger unscaled = negative ? unsigned(bits).not() : unsigned(bits);
        if (bits < 0 && !type.holdsUnscaled(unscaled)) {
            throw outOfRange(start, type, unscaled);
        }
        return new FixedPointValue(
                type,
                bits < 0
                        ? new BigDecimal(unscaled, type.scale())
                        : BigDecimal.valueOf(negative ? ~bits : bits, type.scale()));
    }

    /** The upper 64 of 128 bits, which carry the sign. */
    private BigInteger halfOf(FixedPointType type) {
        long bits = cbor.unsigned(type.label());
        return type.signed() ? BigInteger.valueOf(bits) : unsigned(bits);
    }

    /** An address. */
    FlowAddress address() {
        return new FlowAddress(cbor.bytes(Long.BYTES, "an Address"));
    }

    /** A number of up to 64 bits. */
    BigInteger uint64(String what) {
        return unsigned(cbor.unsigned(what));
    }

    private static BigInteger unsigned(long bits) {
        BigInteger low = BigInteger.valueOf(bits & Long.MAX_VALUE);
        return bits < 0 ? low.setBit(Long.SIZE - 1) : low;
    }

    private static FaultException outOfRange(int position, ValueKind type, Number value) {
        String text = value.toString();
        return Malformed.outOfRange(
                position, type.label(), text.length() > 100 ? text.substring(0, 100) + "…" : text);
    }
}
