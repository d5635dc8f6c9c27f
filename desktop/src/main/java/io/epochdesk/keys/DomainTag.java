package io.epochdesk.keys;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What stands before every message an account signs, so that a signature for one purpose is none
 * for another: 32 bytes, the rest of which are zero.
 *
 * <p>Source: flow-go {@code model/flow/constants.go}.
 */
public enum DomainTag {
    /** Payload and envelope of transactions. */
    TRANSACTION("FLOW-V0.0-transaction"),
    /** Whatever a user signs outside a transaction. */
    USER("FLOW-V0.0-user");

    private static final int LENGTH = 32;

    private final String text;

    DomainTag(String text) {
        this.text = text;
    }

    /** The 32 bytes. */
    public byte[] bytes() {
        return Arrays.copyOf(text.getBytes(StandardCharsets.US_ASCII), LENGTH);
    }

    /** The message with the tag before it: what is signed. */
    public byte[] before(byte[] message) {
        return ByteBuffer.allocate(LENGTH + message.length).put(bytes()).put(message).array();
    }

    /**
     * Refuses to sign what begins with no tag: it could be anything.
     *
     * @throws IllegalArgumentException when the message begins with none
     */
    public static void requireBefore(byte[] message) {
        if (Arrays.stream(values()).noneMatch(tag -> tag.begins(message))) {
            throw new IllegalArgumentException("the message begins with no domain tag");
        }
    }

    /** Whether a message to be signed begins with this tag. */
    public boolean begins(byte[] tagged) {
        return tagged.length >= LENGTH && Arrays.equals(tagged, 0, LENGTH, bytes(), 0, LENGTH);
    }
}
