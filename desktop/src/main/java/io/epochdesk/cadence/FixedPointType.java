package io.epochdesk.cadence;

import java.math.BigDecimal;
import java.math.BigInteger;

/** Fixed-point types: a whole number of {@code 10^-scale} in so many bits. */
public enum FixedPointType implements ValueKind {
    FIX64("Fix64", true, 64, 8),
    UFIX64("UFix64", false, 64, 8),
    FIX128("Fix128", true, 128, 24),
    UFIX128("UFix128", false, 128, 24);

    /** Numbers of so many digits fit every type. */
    private static final long CERTAIN_UNSCALED = 999_999_999_999_999_999L;

    private final String label;
    private final boolean signed;
    private final int bits;
    private final int scale;
    private final int wholeDigits;
    private final BigDecimal certainLeast;
    private final BigDecimal certainMost;

    FixedPointType(String label, boolean signed, int bits, int scale) {
        this.label = label;
        this.signed = signed;
        this.bits = bits;
        this.scale = scale;
        this.wholeDigits = BigInteger.TWO.pow(signed ? bits - 1 : bits).toString().length() - scale;
        this.certainLeast = BigDecimal.valueOf(-CERTAIN_UNSCALED, scale);
        this.certainMost = BigDecimal.valueOf(CERTAIN_UNSCALED, scale);
    }

    /** As Cadence writes it, such as {@code UFix64}. */
    @Override
    public String label() {
        return label;
    }

    /** Whether the type has negative values. */
    public boolean signed() {
        return signed;
    }

    /** Digits after the point: 8 or 24. */
    public int scale() {
        return scale;
    }

    /** The most digits before the point. */
    public int wholeDigits() {
        return wholeDigits;
    }

    /** Whether the number lies in the range of the type and needs no more than its scale. */
    public boolean holds(BigDecimal value) {
        if (value.precision() - value.scale() > wholeDigits()
                || value.stripTrailingZeros().scale() > scale) {
            return false;
        }
        return holdsOfItsScale(value.setScale(scale));
    }

    /** Whether a number that has the scale of the type lies in its range. */
    boolean holdsOfItsScale(BigDecimal value) {
        if (!signed && value.signum() < 0) {
            return false;
        }
        boolean certain = value.compareTo(certainMost) <= 0 && value.compareTo(certainLeast) >= 0;
        return certain || holdsUnscaled(value.unscaledValue());
    }

    boolean holdsUnscaled(BigInteger unscaled) {
        if (!signed && unscaled.signum() < 0) {
            return false;
        }
        return unscaled.bitLength() <= (signed ? bits - 1 : bits);
    }
}
