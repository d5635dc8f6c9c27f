package io.epochdesk.keys.bootstrap;

import io.epochdesk.fault.BootstrapFault;
import io.epochdesk.fault.FaultException;

import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the members of the object a file holds, without making anything of their values: a JSON
 * library would keep what it reads in strings and pooled buffers, and these values are secrets.
 */
final class JsonMembers {

    private static final int DEEPEST = 32;

    private final String file;
    private final byte[] text;
    private int at;

    private JsonMembers(String file, byte[] text) {
        this.file = file;
        this.text = text;
    }

    /**
     * The members in the order written.
     *
     * @throws FaultException when the text is not one JSON object
     */
    static List<JsonMember> of(String file, byte[] text) {
        JsonMembers reading = new JsonMembers(file, text);
        List<JsonMember> members = reading.object(0);
        reading.skipSpace();
        if (reading.at < text.length) {
            throw reading.malformed("something stands behind it");
        }
        return members;
    }

    private List<JsonMember> object(int depth) {
        skipSpace();
        expect('{');
        List<JsonMember> members = new ArrayList<>();
        skipSpace();
        if (peek() == '}') {
            at++;
            return members;
        }
        while (true) {
            skipSpace();
            int nameBegin = at;
            string();
            int nameEnd = at;
            String name = text(nameBegin + 1, nameEnd - 1);
            skipSpace();
            expect(':');
            skipSpace();
            int begin = at;
            value(depth + 1);
            members.add(new JsonMember(name, nameBegin, nameEnd, begin, at));
            skipSpace();
            if (peek() == ',') {
                at++;
            } else {
                expect('}');
                return members;
            }
        }
    }

    private void array(int depth) {
        expect('[');
        skipSpace();
        if (peek() == ']') {
            at++;
            return;
        }
        while (true) {
            skipSpace();
            value(depth + 1);
            skipSpace();
            if (peek() == ',') {
                at++;
            } else {
                expect(']');
                return;
            }
        }
    }

    private void value(int depth) {
        if (depth > DEEPEST) {
            throw malformed("it is nested too deep");
        }
        switch (peek()) {
            case '"' -> string();
            case '{' -> object(depth);
            case '[' -> array(depth);
            case 't' -> word("true");
            case 'f' -> word("false");
            case 'n' -> word("null");
            default -> number();
        }
    }

    private void word(String word) {
        for (int i = 0; i < word.length(); i++) {
            expect(word.charAt(i));
        }
    }

    private void number() {
        int begin = at;
        if (peek() == '-') {
            at++;
        }
        int whole = digits();
        if (whole == 0 || (whole > 1 && text[at - whole] == '0')) {
            at = begin;
            throw malformed("a value was expected");
        }
        if (peek() == '.') {
            at++;
            requireDigits();
        }
        if (peek() == 'e' || peek() == 'E') {
            at++;
            if (peek() == '+' || peek() == '-') {
                at++;
            }
            requireDigits();
        }
    }

    private void requireDigits() {
        if (digits() == 0) {
            throw malformed("a digit was expected");
        }
    }

    private int digits() {
        int begin = at;
        while (peek() >= '0' && peek() <= '9') {
            at++;
        }
        return at - begin;
    }

    private void string() {
        expect('"');
        while (peek() != '"') {
            if (peek() < 0x20) {
                throw malformed("a text does not end");
            }
            if (text[at++] == '\\') {
                escape();
            }
        }
        at++;
    }

    private void escape() {
        int kind = peek();
        if (kind == 'u') {
            at++;
            for (int i = 0; i < 4; i++) {
                if (Character.digit(peek(), 16) < 0) {
                    throw malformed("an escape is cut short");
                }
                at++;
            }
        } else if ("\"\\/bfnrt".indexOf(kind) >= 0) {
            at++;
        } else {
            throw malformed("there is no such escape");
        }
    }

    private String text(int begin, int end) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(java.nio.ByteBuffer.wrap(text, begin, end - begin))
                    .toString();
        } catch (CharacterCodingException e) {
            throw malformed("a name is not UTF-8");
        }
    }

    private void skipSpace() {
        while (peek() == ' ' || peek() == '\t' || peek() == '\n' || peek() == '\r') {
            at++;
        }
    }

    private void expect(char wanted) {
        if (peek() != wanted) {
            throw malformed("\"" + wanted + "\" was expected");
        }
        at++;
    }

    /** The byte here, from 0 to 255; -1 at the end. */
    private int peek() {
        return at < text.length ? text[at] & 0xff : -1;
    }

    private FaultException malformed(String reason) {
        return BootstrapFault.of(
                BootstrapFault.Kind.NOT_JSON,
                "",
                "file",
                file,
                "position",
                Integer.toString(at),
                "reason",
                reason);
    }
}
