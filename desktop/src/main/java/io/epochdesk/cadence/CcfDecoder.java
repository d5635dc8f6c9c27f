package io.epochdesk.cadence;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;

/**
 * Decodes CCF, the Cadence Compact Format in which chains keep their events, straight to values.
 * Fully self-describing messages are read, whose types and lists are in the order that CCF calls
 * deterministic; fields of composites are in the order of their declaration, as in all events of
 * Flow ({@code EventsEncMode} of Cadence's {@code encoding/ccf}).
 *
 * <p>Events of one type begin with the same bytes, which tell the type. The last few beginnings are
 * remembered with what they say, and read by comparing. Safe for many threads at once, since
 * beginnings are immutable and losing one costs nothing.
 */
final class CcfDecoder {

    private static final int PLACES = 16;
    private static final int LONGEST = 4_096;

    private final Limits limits;
    private final @Nullable Beginning[] beginnings = new @Nullable Beginning[PLACES];
    private int next;

    CcfDecoder(Limits limits) {
        this.limits = limits;
    }

    /** Whether a payload is CCF: no JSON text begins like this. */
    static boolean isCcf(byte[] payload) {
        return payload.length > 0 && payload[0] == (byte) 0xD8;
    }

    CadenceValue decode(byte[] message) {
        CborReader cbor = new CborReader(message, limits);
        Beginning beginning = beginning(message, cbor);
        CcfReading reading =
                new CcfReading(cbor, CcfTypeReader.knowing(beginning.declared(), cbor), limits);
        CadenceValue value = beginning.type().read(reading);
        cbor.requireEnd();
        return value;
    }

    private Beginning beginning(byte[] message, CborReader cbor) {
        for (Beginning known : beginnings) {
            if (known != null && known.begins(message)) {
                cbor.resume(known.bytes().length, known.elements());
                return known;
            }
        }
        Beginning read = read(cbor);
        if (read.bytes().length <= LONGEST) {
            beginnings[next++ & (PLACES - 1)] = read;
        }
        return read;
    }

    private static Beginning read(CborReader cbor) {
        int tag = cbor.tag("a message");
        List<CcfType.Nominal> declared =
                switch (tag) {
                    case CcfTags.TYPE_AND_VALUE -> List.of();
                    case CcfTags.TYPEDEF_AND_VALUE -> {
                        cbor.arrayOf(2, "a message");
                        yield CcfTypeReader.declarations(cbor);
                    }
                    case CcfTags.TYPEDEF -> throw Malformed.at(0, "the message has no value");
                    default -> throw Malformed.at(0, "the message has an unknown tag");
                };
        cbor.arrayOf(2, "a type with its value");
        CcfType type = CcfTypeReader.knowing(declared, cbor).type();
        return new Beginning(cbor.since(0), cbor.elements(), declared, type);
    }

    /**
     * How messages begin whose value is of one type.
     *
     * @param bytes all before the value
     * @param elements counted in them
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared as a record
    private record Beginning(
            byte[] bytes, int elements, List<CcfType.Nominal> declared, CcfType type) {

        boolean begins(byte[] message) {
            return message.length > bytes.length
                    && Arrays.equals(message, 0, bytes.length, bytes, 0, bytes.length);
        }
    }
}
