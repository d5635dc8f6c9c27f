package io.epochdesk.network.access;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads RLP (Ethereum wiki, "RLP") and refuses what is not the one canonical form: other than by
 * that, two files could differ and mean the same transaction.
 */
final class RlpReader {

    private static final int SHORT_STRING = 0x80;
    private static final int LONG_STRING = 0xb7;
    private static final int SHORT_LIST = 0xc0;
    private static final int LONG_LIST = 0xf7;
    private static final int SHORT_LIMIT = 56;

    /** Deeper than any transaction is. */
    private static final int DEEPEST = 8;

    private final byte[] bytes;
    private int at;

    private RlpReader(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A byte string or a list. */
    sealed interface Item {}

    /** A byte string. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Text(byte[] bytes) implements Item {}

    /** A list. */
    record Items(List<Item> items) implements Item {}

    /** That it is not canonical RLP, and why. */
    static final class Malformed extends Exception {
        Malformed(String reason) {
            super(reason);
        }
    }

    /** The one item these bytes are. */
    static Item read(byte[] bytes) throws Malformed {
        RlpReader reader = new RlpReader(bytes);
        Item item = reader.item(bytes.length, 0);
        if (reader.at != bytes.length) {
            throw new Malformed("something follows after its end");
        }
        return item;
    }

    private Item item(int end, int depth) throws Malformed {
        if (at >= end) {
            throw new Malformed("it ends too early");
        }
        if (depth > DEEPEST) {
            throw new Malformed("it is nested too deep");
        }
        int first = bytes[at++] & 0xff;
        if (first < SHORT_STRING) {
            return new Text(new byte[] {(byte) first});
        }
        if (first < SHORT_LIST) {
            byte[] text = take(length(first, SHORT_STRING, LONG_STRING, end), end);
            if (text.length == 1 && (text[0] & 0xff) < SHORT_STRING) {
                throw new Malformed("a single byte is written too long");
            }
            return new Text(text);
        }
        int length = length(first, SHORT_LIST, LONG_LIST, end);
        int listEnd = within(length, end);
        List<Item> items = new ArrayList<>();
        while (at < listEnd) {
            items.add(item(listEnd, depth + 1));
        }
        return new Items(items);
    }

    private int length(int first, int base, int longBase, int end) throws Malformed {
        if (first <= longBase) {
            return first - base;
        }
        byte[] digits = take(first - longBase, end);
        if (digits[0] == 0 || digits.length > 4) {
            throw new Malformed("a length is written with too many digits");
        }
        long length = 0;
        for (byte digit : digits) {
            length = (length << 8) | (digit & 0xff);
        }
        if (length < SHORT_LIMIT) {
            throw new Malformed("a short length is written as a long one");
        }
        if (length > bytes.length) {
            throw new Malformed("it ends too early");
        }
        return (int) length;
    }

    private byte[] take(int length, int end) throws Malformed {
        int from = at;
        at = within(length, end);
        return Arrays.copyOfRange(bytes, from, at);
    }

    private int within(int length, int end) throws Malformed {
        if (length > end - at) {
            throw new Malformed("it ends too early");
        }
        return at + length;
    }
}
