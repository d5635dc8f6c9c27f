package io.epochdesk.rehearsal.chain;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * An identifier of 32 bytes, as blocks, collections and transactions have; kept as four numbers, so
 * that it compares by value and costs no array.
 *
 * @param first bytes 0 to 7, big-endian
 * @param second bytes 8 to 15
 * @param third bytes 16 to 23
 * @param fourth bytes 24 to 31
 */
public record Identifier(long first, long second, long third, long fourth) {

    /** How many bytes an identifier has. */
    public static final int BYTES = 32;

    /** What a field holds that names nothing. */
    public static final Identifier ZERO = new Identifier(0, 0, 0, 0);

    /**
     * Reads 32 bytes.
     *
     * @throws IllegalArgumentException when there are more or fewer
     */
    public static Identifier of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("an identifier has 32 bytes, not " + bytes.length);
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new Identifier(
                buffer.getLong(), buffer.getLong(), buffer.getLong(), buffer.getLong());
    }

    /**
     * Reads 64 hex digits.
     *
     * @throws IllegalArgumentException when it is anything else
     */
    public static Identifier of(String hex) {
        return of(HexFormat.of().parseHex(hex));
    }

    /** The SHA3-256 of these bytes. */
    public static Identifier hashOf(byte[] bytes) {
        return of(sha3().digest(bytes));
    }

    static MessageDigest sha3() {
        try {
            return MessageDigest.getInstance("SHA3-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA3-256", e);
        }
    }

    /** The 32 bytes. */
    public byte[] bytes() {
        return ByteBuffer.allocate(BYTES)
                .putLong(first)
                .putLong(second)
                .putLong(third)
                .putLong(fourth)
                .array();
    }

    /** 64 lower-case hex digits. */
    public String hex() {
        return HexFormat.of().formatHex(bytes());
    }

    @Override
    public String toString() {
        return hex();
    }
}
