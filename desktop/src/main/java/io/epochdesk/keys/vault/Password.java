package io.epochdesk.keys.vault;

import io.epochdesk.fault.VaultFault;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A password as it was typed, in an array that {@link #close()} wipes. */
public final class Password implements AutoCloseable {

    /** The fewest characters a new password may have. */
    public static final int LEAST = 8;

    private final char[] typed;

    /** Takes the array over: it is wiped with this password. */
    public Password(char[] typed) {
        this.typed = typed;
    }

    /** Whether both are the same characters. */
    public boolean sameAs(Password other) {
        return Arrays.equals(typed, other.typed);
    }

    /**
     * Makes sure that it can protect a vault.
     *
     * @throws io.epochdesk.fault.FaultException when it is too short
     */
    void requireUsable() {
        if (Character.codePointCount(typed, 0, typed.length) < LEAST) {
            throw VaultFault.of(
                    VaultFault.Kind.PASSWORD_TOO_SHORT, "", "least", Integer.toString(LEAST));
        }
    }

    /**
     * The password in NFKD as UTF-8, so that it is the same however a keyboard composes its
     * characters; the caller wipes the array.
     *
     * @throws io.epochdesk.fault.FaultException when it holds half of a surrogate pair
     */
    byte[] bytes() {
        char[] decomposed = Nfkd.of(typed);
        byte[] room = new byte[decomposed.length * 3];
        try {
            ByteBuffer out = ByteBuffer.wrap(room);
            var encoder =
                    StandardCharsets.UTF_8
                            .newEncoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT);
            var result = encoder.encode(CharBuffer.wrap(decomposed), out, true);
            if (result.isError()) {
                result.throwException();
            }
            return Arrays.copyOf(room, out.position());
        } catch (CharacterCodingException e) {
            throw VaultFault.of(VaultFault.Kind.PASSWORD_UNUSABLE, "");
        } finally {
            Arrays.fill(decomposed, '\0');
            Arrays.fill(room, (byte) 0);
        }
    }

    @Override
    public void close() {
        Arrays.fill(typed, '\0');
    }

    @Override
    public String toString() {
        return "password";
    }
}
