package io.epochdesk.bls;

import java.io.ByteArrayOutputStream;

/** The part of RLP that a whiteboard message's signature needs: a list of byte strings. */
final class Rlp {

    private static final int STRING = 0x80;
    private static final int LIST = 0xC0;
    private static final int LONGEST_SHORT = 55;

    private Rlp() {}

    static byte[] list(byte[]... strings) {
        ByteArrayOutputStream items = new ByteArrayOutputStream();
        for (byte[] string : strings) {
            if (string.length != 1 || string[0] < 0) {
                header(items, STRING, string.length);
            }
            items.writeBytes(string);
        }
        ByteArrayOutputStream list = new ByteArrayOutputStream(items.size() + 4);
        header(list, LIST, items.size());
        list.writeBytes(items.toByteArray());
        return list.toByteArray();
    }

    private static void header(ByteArrayOutputStream out, int kind, int length) {
        if (length <= LONGEST_SHORT) {
            out.write(kind + length);
            return;
        }
        int bytes = (39 - Integer.numberOfLeadingZeros(length)) / 8;
        out.write(kind + LONGEST_SHORT + bytes);
        for (int shift = (bytes - 1) * 8; shift >= 0; shift -= 8) {
            out.write(length >>> shift);
        }
    }
}
