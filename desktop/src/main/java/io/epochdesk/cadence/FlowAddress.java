package io.epochdesk.cadence;

import java.util.HexFormat;
import java.util.Locale;

/**
 * An account address: 8 bytes. Which network it belongs to is told by {@link AddressSpace}, and not
 * checked here.
 *
 * @param value the eight bytes, big-endian
 */
public record FlowAddress(long value) implements Comparable<FlowAddress> {

    /**
     * Reads 1 to 16 hex digits, with or without {@code 0x}.
     *
     * @throws IllegalArgumentException when it is anything else
     */
    public static FlowAddress of(String text) {
        String digits = text.startsWith("0x") || text.startsWith("0X") ? text.substring(2) : text;
        if (digits.isEmpty() || digits.length() > 16) {
            throw new IllegalArgumentException(
                    "an address has 1 to 16 hex digits, not \"" + text + "\"");
        }
        return new FlowAddress(HexFormat.fromHexDigitsToLong(digits.toLowerCase(Locale.ROOT)));
    }

    /** Sixteen lower-case hex digits without prefix. */
    public String hex() {
        return HexFormat.of().toHexDigits(value);
    }

    @Override
    public int compareTo(FlowAddress other) {
        return Long.compareUnsigned(value, other.value);
    }

    /** With {@code 0x}, as people write it. */
    @Override
    public String toString() {
        return "0x" + hex();
    }
}
