package io.epochdesk.rehearsal.model;

/** Cadence's {@code String.decodeHex}, with its words. */
final class Hex {

    private Hex() {}

    static byte[] decode(String text) throws Aborted {
        if (text.length() % 2 != 0) {
            throw Aborted.runtime("hex string has non-even length");
        }
        byte[] bytes = new byte[text.length() / 2];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (digit(text, 2 * i) << 4 | digit(text, 2 * i + 1));
        }
        return bytes;
    }

    private static int digit(String text, int at) throws Aborted {
        char c = text.charAt(at);
        int digit = c < 128 ? Character.digit(c, 16) : -1;
        if (digit < 0) {
            throw Aborted.runtime("invalid byte in hex string: " + Integer.toHexString(c));
        }
        return digit;
    }
}
