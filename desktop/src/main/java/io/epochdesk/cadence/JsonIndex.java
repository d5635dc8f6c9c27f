package io.epochdesk.cadence;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Where the tokens of a JSON text lie, so that a value can be read after its type although the
 * chain sends it before. Tokens have two numbers each: where the token starts, and where it ends
 * (strings with their flags) or, for the opening of an array or object, the index after its
 * closing. Built by {@link JsonScanner}; no token is read twice.
 */
final class JsonIndex {

    /** The format needs six; each one more is compared with all before it. */
    private static final int MOST_MEMBERS = 32;

    private byte[] text = new byte[0];
    private int[] tokens = new int[512];
    private int size;
    private final JsonText strings = new JsonText();

    void start(byte[] newText) {
        text = newText;
        size = 0;
    }

    /** Forgets the text; the memory for tokens stays for the next one. */
    void release() {
        text = new byte[0];
    }

    /** How many bytes are held for the next text. */
    long held() {
        return tokens.length * (long) Integer.BYTES + strings.held();
    }

    /** Adds a token and answers its index. */
    int add(int start, int end) {
        if (size + 2 > tokens.length) {
            tokens = Arrays.copyOf(tokens, tokens.length * 2);
        }
        int token = size;
        tokens[token] = start;
        tokens[token + 1] = end;
        size += 2;
        return token;
    }

    /** Adds the closing of an array or object. */
    void close(int opening, int position) {
        add(position, position + 1);
        tokens[opening + 1] = size;
    }

    /** The first byte of the token, which tells its kind. */
    byte first(int token) {
        return text[tokens[token]];
    }

    /** Where the token starts. */
    int position(int token) {
        return tokens[token];
    }

    /** The index after the token and all it holds. */
    int next(int token) {
        byte first = first(token);
        return first == '{' || first == '[' ? tokens[token + 1] : token + 2;
    }

    /** The index of the closing of an array or object. */
    int closing(int opening) {
        return tokens[opening + 1] - 2;
    }

    /** Refuses any token but an object. */
    void requireObject(int token, String what) {
        if (first(token) != '{') {
            throw Malformed.at(position(token), what + " must be an object");
        }
    }

    /** Refuses any token but an array and answers how many elements it has. */
    int requireArray(int token, String what) {
        if (first(token) != '[') {
            throw Malformed.at(position(token), what + " must be an array");
        }
        int count = 0;
        int closing = closing(token);
        for (int element = token + 2; element < closing; element = next(element)) {
            count++;
        }
        return count;
    }

    /** Refuses any token but a string. */
    void requireString(int token, String what) {
        if (first(token) != '"') {
            throw Malformed.at(position(token), what + " must be a string");
        }
    }

    /** The value of a member of an object, or -1. */
    int member(int object, String name) {
        int closing = closing(object);
        for (int key = object + 2; key < closing; key = next(key + 2)) {
            if (isKey(key, name)) {
                return key + 2;
            }
        }
        return -1;
    }

    /** The value of a member of an object that must be there. */
    int requireMember(int object, String name) {
        int member = member(object, name);
        if (member < 0) {
            throw Malformed.at(position(object), "the member \"" + name + "\" is missing");
        }
        return member;
    }

    /** Whether the string token reads so; {@code name} is ASCII. */
    boolean isKey(int token, String name) {
        int end = tokens[token + 1];
        int from = tokens[token] + 1;
        if ((end & ~JsonStrings.POSITION) != 0) {
            return string(token).equals(name);
        }
        int length = name.length();
        if (end - from != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (text[from + i] != name.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The text of a string token. */
    String string(int token) {
        int end = tokens[token + 1];
        return strings.string(
                text, tokens[token] + 1, end & JsonStrings.POSITION, end & ~JsonStrings.POSITION);
    }

    /** The text of a string token as an entry of the table of names. */
    Name name(int token, Names names) {
        int end = tokens[token + 1];
        if ((end & ~JsonStrings.POSITION) != 0) {
            return Name.of(string(token));
        }
        return names.of(text, tokens[token] + 1, end);
    }

    /** Lays a stretch over the text between the quotes of a string token, or over a literal. */
    Ascii lay(Ascii stretch, int token) {
        int end = tokens[token + 1];
        int start = tokens[token];
        if (first(token) != '"') {
            stretch.lay(text, start, end, start);
        } else if ((end & ~JsonStrings.POSITION) == 0) {
            stretch.lay(text, start + 1, end, start);
        } else {
            byte[] bytes = string(token).getBytes(StandardCharsets.UTF_8);
            stretch.lay(bytes, 0, bytes.length, start);
        }
        return stretch;
    }

    /** The token as it was sent, with all it holds. */
    String raw(int token) {
        byte first = first(token);
        int end =
                first == '{' || first == '['
                        ? position(closing(token)) + 1
                        : (tokens[token + 1] & JsonStrings.POSITION) + (first == '"' ? 1 : 0);
        return new String(text, position(token), end - position(token), StandardCharsets.UTF_8);
    }

    /**
     * Refuses an object that has the same key twice, or more keys than any object of the format
     * could have.
     */
    void requireDistinctKeys(int object) {
        int closing = closing(object);
        int count = 0;
        for (int key = object + 2; key < closing; key = next(key + 2)) {
            if (++count > MOST_MEMBERS) {
                throw Malformed.tooManyElements(position(key), MOST_MEMBERS);
            }
            for (int other = object + 2; other < key; other = next(other + 2)) {
                if (sameString(key, other)) {
                    throw Malformed.at(position(key), "an object has a key twice");
                }
            }
        }
    }

    private boolean sameString(int one, int other) {
        int oneEnd = tokens[one + 1];
        int otherEnd = tokens[other + 1];
        if (((oneEnd | otherEnd) & ~JsonStrings.POSITION) != 0) {
            return string(one).equals(string(other));
        }
        int oneStart = tokens[one] + 1;
        int otherStart = tokens[other] + 1;
        return oneEnd - oneStart == otherEnd - otherStart
                && Arrays.equals(text, oneStart, oneEnd, text, otherStart, otherEnd);
    }
}
