package io.epochdesk.rehearsal.model;

import io.epochdesk.cadence.CadenceValue;
import io.epochdesk.cadence.CadenceValue.FixedPointValue;
import io.epochdesk.cadence.CadenceValues;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * Cadence's {@code UFix64} as a long: a whole number of 10⁻⁸. Products and quotients are cut off
 * towards zero, as Cadence does it. What leaves the range is an {@link Aborted} in Cadence's words.
 */
public final class UFix64 {

    /** One whole, 1.0. */
    public static final long ONE = 100_000_000L;

    private static final int SCALE = 8;
    private static final BigInteger FACTOR = BigInteger.valueOf(ONE);

    private UFix64() {}

    /**
     * The number that a text such as {@code 250000.0} writes.
     *
     * @throws ArithmeticException when it is no UFix64 of up to 92 billion
     */
    public static long of(String text) {
        return new BigDecimal(text).movePointRight(SCALE).longValueExact();
    }

    /** A whole number. */
    public static long of(long whole) {
        return Math.multiplyExact(whole, ONE);
    }

    /** The number in a Cadence value. */
    public static long of(FixedPointValue value) throws Aborted {
        BigInteger raw = value.value().unscaledValue();
        if (raw.bitLength() >= Long.SIZE) {
            throw Aborted.runtime("overflow");
        }
        return raw.longValue();
    }

    /** As Cadence writes it, always with eight digits after the point. */
    public static String text(long raw) {
        return BigDecimal.valueOf(raw, SCALE).toPlainString();
    }

    /** As a Cadence value. */
    public static CadenceValue value(long raw) {
        return CadenceValues.ufix64(BigDecimal.valueOf(raw, SCALE));
    }

    /** The sum. */
    public static long plus(long a, long b) throws Aborted {
        long sum = a + b;
        if (sum < 0) {
            throw Aborted.runtime("overflow");
        }
        return sum;
    }

    /** The difference. */
    public static long minus(long a, long b) throws Aborted {
        if (b > a) {
            throw Aborted.runtime("underflow");
        }
        return a - b;
    }

    /** The product. */
    public static long times(long a, long b) throws Aborted {
        return exact(BigInteger.valueOf(a).multiply(BigInteger.valueOf(b)).divide(FACTOR));
    }

    /** The quotient; the divisor is not zero. */
    public static long dividedBy(long a, long b) throws Aborted {
        return exact(BigInteger.valueOf(a).multiply(FACTOR).divide(BigInteger.valueOf(b)));
    }

    private static long exact(BigInteger raw) throws Aborted {
        if (raw.bitLength() >= Long.SIZE) {
            throw Aborted.runtime("overflow");
        }
        return raw.longValue();
    }
}
