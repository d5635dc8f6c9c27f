package io.epochdesk.cadence;

import org.jspecify.annotations.Nullable;

import java.math.BigInteger;

/** Integer types with their ranges. */
public enum IntegerType implements ValueKind {
    INT("Int", true, 0),
    INT8("Int8", true, 8),
    INT16("Int16", true, 16),
    INT32("Int32", true, 32),
    INT64("Int64", true, 64),
    INT128("Int128", true, 128),
    INT256("Int256", true, 256),
    UINT("UInt", false, 0),
    UINT8("UInt8", false, 8),
    UINT16("UInt16", false, 16),
    UINT32("UInt32", false, 32),
    UINT64("UInt64", false, 64),
    UINT128("UInt128", false, 128),
    UINT256("UInt256", false, 256),
    WORD8("Word8", false, 8),
    WORD16("Word16", false, 16),
    WORD32("Word32", false, 32),
    WORD64("Word64", false, 64),
    WORD128("Word128", false, 128),
    WORD256("Word256", false, 256);

    private final String label;
    private final boolean signed;
    private final int bits;
    private final int digits;
    private final long least;
    private final long most;

    IntegerType(String label, boolean signed, int bits) {
        this.label = label;
        this.signed = signed;
        this.bits = bits;
        int magnitudeBits = signed ? bits - 1 : bits;
        this.digits =
                bits == 0
                        ? Integer.MAX_VALUE
                        : BigInteger.TWO.pow(magnitudeBits).toString().length();
        boolean wide = bits == 0 || magnitudeBits >= 63;
        this.most = wide ? Long.MAX_VALUE : (1L << magnitudeBits) - 1;
        this.least = signed ? (wide ? Long.MIN_VALUE : -(1L << magnitudeBits)) : 0;
    }

    /** As Cadence writes it, such as {@code UInt64}. */
    @Override
    public String label() {
        return label;
    }

    /** Whether the type has negative values. */
    public boolean signed() {
        return signed;
    }

    /**
     * The most digits a value can have, without leading zeros; {@link Integer#MAX_VALUE} when
     * unbounded.
     */
    public int digits() {
        return digits;
    }

    /** Whether the number lies in the range of the type. */
    public boolean holds(long value) {
        return value >= least && value <= most;
    }

    /** Whether the number lies in the range of the type. */
    public boolean holds(BigInteger value) {
        if (!signed && value.signum() < 0) {
            return false;
        }
        return bits == 0 || value.bitLength() <= (signed ? bits - 1 : bits);
    }

    /** The type of this label, or null. */
    public static @Nullable IntegerType of(String label) {
        return ValueKind.of(label) instanceof IntegerType type ? type : null;
    }
}
