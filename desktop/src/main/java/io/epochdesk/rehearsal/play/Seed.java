package io.epochdesk.rehearsal.play;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * What everything made up in a rehearsal follows from. A rehearsal's keys are anything but secret:
 * whoever knows the seed knows them.
 *
 * @param value any number
 */
public record Seed(long value) {

    private static final int HASH = 32;

    /** So many bytes for one purpose. */
    byte[] bytes(String purpose, int length) {
        ByteBuffer all = ByteBuffer.allocate((length + HASH - 1) / HASH * HASH);
        for (int i = 0; all.hasRemaining(); i++) {
            all.put(hash(purpose + "/" + i));
        }
        return Arrays.copyOf(all.array(), length);
    }

    /** So many hex digits for one purpose. */
    String hex(String purpose, int digits) {
        return HexFormat.of().formatHex(bytes(purpose, digits / 2));
    }

    /** Any number for one purpose. */
    long number(String purpose) {
        return ByteBuffer.wrap(hash(purpose)).getLong();
    }

    /** A number from 0 to below 1 for one purpose. */
    double fraction(String purpose) {
        return (number(purpose) >>> 11) * 0x1.0p-53;
    }

    private byte[] hash(String purpose) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(ByteBuffer.allocate(Long.BYTES).putLong(value).flip());
            return digest.digest(purpose.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
