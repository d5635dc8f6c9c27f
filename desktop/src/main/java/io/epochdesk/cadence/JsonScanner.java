package io.epochdesk.cadence;

import io.epochdesk.fault.FaultException;

/**
 * Checks a text against the grammar of JSON (RFC 8259, no leniency) and the limits, and notes its
 * tokens in a {@link JsonIndex}. It walks without recursion.
 */
final class JsonScanner {

    private static final byte END = 0;

    private final Limits limits;
    private final JsonIndex index;
    private final int[] open;
    private byte[] text = new byte[0];
    private int depth;
    private int elements;

    JsonScanner(JsonIndex index, Limits limits) {
        this.index = index;
        this.limits = limits;
        this.open = new int[limits.depth()];
    }

    /** Scans the whole text, which must be one JSON value. */
    void scan(byte[] newText) {
        text = newText;
        depth = 0;
        elements = 0;
        index.start(newText);
        int at = value(blanks(0));
        while (depth > 0) {
            at = afterValue(at);
        }
        at = blanks(at);
        if (at < text.length) {
            throw Malformed.at(at, "text follows the value");
        }
    }

    /** Forgets the text. */
    void release() {
        text = new byte[0];
        index.release();
    }

    /**
     * Goes on after a value inside an array or object: to the end of the next value, or past the
     * closing.
     */
    private int afterValue(int from) {
        int at = blanks(from);
        boolean object = index.first(open[depth - 1]) == '{';
        byte next = byteAt(at);
        if (next == ',') {
            at = blanks(at + 1);
            return value(object ? key(at) : element(at));
        }
        if (next == (object ? '}' : ']')) {
            return close(at);
        }
        throw unexpected(at, object ? "a comma or } is expected" : "a comma or ] is expected");
    }

    /**
     * Reads the value that starts here; of an array or object that is not empty, up to the end of
     * the first value in it.
     */
    private int value(int from) {
        int at = from;
        while (true) {
            byte first = byteAt(at);
            if (first == '"') {
                int end = JsonStrings.end(text, at + 1, text.length);
                index.add(at, end);
                return (end & JsonStrings.POSITION) + 1;
            }
            if (first != '{' && first != '[') {
                int end = literal(at, first);
                index.add(at, end);
                return end;
            }
            int inside = open(at);
            if (byteAt(inside) == (first == '{' ? '}' : ']')) {
                return close(inside);
            }
            at = first == '{' ? key(inside) : element(inside);
        }
    }

    private int open(int at) {
        if (depth == limits.depth()) {
            throw Malformed.tooDeep(at, limits.depth());
        }
        open[depth++] = index.add(at, at);
        return blanks(at + 1);
    }

    private int close(int at) {
        int opening = open[--depth];
        index.close(opening, at);
        if (text[at] == '}') {
            index.requireDistinctKeys(opening);
        }
        return at + 1;
    }

    /** Reads a key with its colon and answers where its value starts. */
    private int key(int at) {
        if (byteAt(at) != '"') {
            throw unexpected(at, "a key is expected");
        }
        int end = JsonStrings.end(text, at + 1, text.length);
        index.add(at, end);
        int colon = blanks((end & JsonStrings.POSITION) + 1);
        if (byteAt(colon) != ':') {
            throw unexpected(colon, "a colon is expected");
        }
        return element(blanks(colon + 1));
    }

    private int element(int at) {
        if (++elements > limits.elements()) {
            throw Malformed.tooManyElements(at, limits.elements());
        }
        return at;
    }

    private int literal(int at, byte first) {
        return switch (first) {
            case 't' -> word(at, "true");
            case 'f' -> word(at, "false");
            case 'n' -> word(at, "null");
            case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number(at);
            default -> throw unexpected(at, "a value is expected");
        };
    }

    private int word(int at, String word) {
        for (int i = 0; i < word.length(); i++) {
            if (byteAt(at + i) != word.charAt(i)) {
                throw unexpected(at, "a value is expected");
            }
        }
        return at + word.length();
    }

    private int number(int from) {
        int at = byteAt(from) == '-' ? from + 1 : from;
        at = byteAt(at) == '0' ? at + 1 : digits(at);
        if (byteAt(at) == '.') {
            at = digits(at + 1);
        }
        if ((byteAt(at) | 0x20) == 'e') {
            boolean sign = byteAt(at + 1) == '+' || byteAt(at + 1) == '-';
            at = digits(sign ? at + 2 : at + 1);
        }
        return at;
    }

    private int digits(int from) {
        int at = from;
        while (byteAt(at) >= '0' && byteAt(at) <= '9') {
            at++;
        }
        if (at == from) {
            throw unexpected(at, "a digit is expected");
        }
        return at;
    }

    private int blanks(int from) {
        int at = from;
        while (at < text.length
                && (text[at] == ' ' || text[at] == '\n' || text[at] == '\r' || text[at] == '\t')) {
            at++;
        }
        return at;
    }

    /** The byte at this position, or 0, which no token starts with, behind the end. */
    private byte byteAt(int at) {
        return at < text.length ? text[at] : END;
    }

    private FaultException unexpected(int at, String expected) {
        return Malformed.at(at, at < text.length ? expected : "the text ends too early");
    }
}
