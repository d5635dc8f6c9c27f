package io.epochdesk.keys.bootstrap;

import io.epochdesk.fault.BootstrapFault;
import io.epochdesk.fault.FaultException;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A JSON file of the node software, its fields found as Go finds them: by name in any case. The
 * bytes are the caller's, who wipes them.
 */
final class NodeFile {

    private static final byte[] COMMA = ",\n  ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] COLON = ": ".getBytes(StandardCharsets.US_ASCII);

    private final String name;
    private final byte[] text;
    private final List<JsonMember> members;
    private final Set<FileNote> notes = EnumSet.noneOf(FileNote.class);

    /**
     * Finds the fields.
     *
     * @param name the file, for faults
     * @throws FaultException when it is empty or not one JSON object
     */
    NodeFile(String name, byte[] text) {
        this.name = name;
        this.text = text;
        if (text.length == 0) {
            throw BootstrapFault.of(BootstrapFault.Kind.EMPTY, "", "file", name);
        }
        if (text.length >= 3
                && text[0] == (byte) 0xef
                && text[1] == (byte) 0xbb
                && text[2] == (byte) 0xbf) {
            throw BootstrapFault.of(BootstrapFault.Kind.BYTE_ORDER_MARK, "", "file", name);
        }
        members = JsonMembers.of(name, text);
        for (byte one : text) {
            if (one == '\r') {
                notes.add(FileNote.CARRIAGE_RETURNS);
            }
        }
    }

    /** What was unusual so far. */
    Set<FileNote> notes() {
        return EnumSet.copyOf(notes.isEmpty() ? EnumSet.noneOf(FileNote.class) : notes);
    }

    void note(FileNote note) {
        notes.add(note);
    }

    /** Members of other names, as they are written: name and value, comma between. */
    byte[] others(List<String> known) {
        List<JsonMember> others =
                members.stream()
                        .filter(member -> known.stream().noneMatch(member.name()::equalsIgnoreCase))
                        .toList();
        if (!others.isEmpty()) {
            notes.add(FileNote.UNKNOWN_FIELDS);
        }
        // as bytes: what the node does not know may be a secret all the same
        byte[] out = new byte[others.stream().mapToInt(member -> 6 + lengthOf(member)).sum()];
        ByteBuffer to = ByteBuffer.wrap(out);
        for (JsonMember member : others) {
            to.put(COMMA).put(text, member.nameBegin(), member.nameEnd() - member.nameBegin());
            to.put(COLON).put(text, member.begin(), member.end() - member.begin());
        }
        return out;
    }

    private static int lengthOf(JsonMember member) {
        return member.nameEnd() - member.nameBegin() + member.end() - member.begin();
    }

    boolean has(String field) {
        return find(field) != null;
    }

    /** A text that is no secret. */
    String text(String field, String expected, Predicate<String> fits) {
        byte[] raw = secret(field, expected);
        try {
            String value =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(raw)).toString();
            if (fits.test(value)) {
                return value;
            }
        } catch (CharacterCodingException e) {
            throw wrong(field, expected);
        }
        throw wrong(field, expected);
    }

    /**
     * The bytes of a text; the caller wipes them. Escapes count as wrong: nothing here needs any.
     */
    byte[] secret(String field, String expected) {
        JsonMember member = require(field);
        if (text[member.begin()] != '"') {
            throw wrong(field, expected);
        }
        for (int i = member.begin(); i < member.end(); i++) {
            if (text[i] == '\\') {
                throw wrong(field, expected);
            }
        }
        return Arrays.copyOfRange(text, member.begin() + 1, member.end() - 1);
    }

    /** A whole number from zero up to a limit. */
    long number(String field, long most) {
        JsonMember member = require(field);
        long value = 0;
        for (int i = member.begin(); i < member.end(); i++) {
            int digit = text[i] - '0';
            if (digit < 0 || digit > 9 || value > (most - digit) / 10) {
                throw wrong(field, "a whole number from 0 to " + most);
            }
            value = value * 10 + digit;
        }
        return value;
    }

    FaultException wrong(String field, String expected) {
        return BootstrapFault.of(
                BootstrapFault.Kind.FIELD_WRONG,
                "",
                "file",
                name,
                "field",
                field,
                "expected",
                expected);
    }

    String name() {
        return name;
    }

    private JsonMember require(String field) {
        JsonMember found = find(field);
        if (found == null) {
            throw BootstrapFault.of(
                    BootstrapFault.Kind.FIELD_MISSING, "", "file", name, "field", field);
        }
        return found;
    }

    private @Nullable JsonMember find(String field) {
        JsonMember found = null;
        for (JsonMember member : members) {
            if (member.name().equalsIgnoreCase(field)) {
                if (found != null) {
                    throw BootstrapFault.of(
                            BootstrapFault.Kind.FIELD_TWICE, "", "file", name, "field", field);
                }
                found = member;
                if (!member.name().equals(field)) {
                    notes.add(FileNote.OTHER_CASE);
                }
            }
        }
        return found;
    }
}
