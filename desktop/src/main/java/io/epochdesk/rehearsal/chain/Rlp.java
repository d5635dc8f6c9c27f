package io.epochdesk.rehearsal.chain;

import java.io.ByteArrayOutputStream;
import java.util.List;

/** Recursive Length Prefix encoding, as Ethereum's yellow paper defines it and Flow signs it. */
final class Rlp {

    private static final int BYTES = 0x80;
    private static final int LIST = 0xc0;
    private static final int SHORT = 55;

    private Rlp() {}

    /** Bytes. */
    static byte[] bytes(byte[] value) {
        return value.length == 1 && (value[0] & 0xff) < BYTES ? value : headed(BYTES, value);
    }

    /** An unsigned number, without leading zeros. */
    static byte[] number(long value) {
        int digits = (Long.SIZE - Long.numberOfLeadingZeros(value) + 7) / 8;
        return bytes(bigEndian(value, digits));
    }

    /** A list of what is encoded already. */
    static byte[] list(List<byte[]> items) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        items.forEach(content::writeBytes);
        return headed(LIST, content.toByteArray());
    }

    private static byte[] headed(int kind, byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(content.length + 5);
        if (content.length <= SHORT) {
            out.write(kind + content.length);
        } else {
            int digits = (Integer.SIZE - Integer.numberOfLeadingZeros(content.length) + 7) / 8;
            out.write(kind + SHORT + digits);
            out.writeBytes(bigEndian(content.length, digits));
        }
        out.writeBytes(content);
        return out.toByteArray();
    }

    private static byte[] bigEndian(long value, int digits) {
        byte[] bytes = new byte[digits];
        for (int i = 0; i < digits; i++) {
            bytes[i] = (byte) (value >>> (8 * (digits - 1 - i)));
        }
        return bytes;
    }
}
