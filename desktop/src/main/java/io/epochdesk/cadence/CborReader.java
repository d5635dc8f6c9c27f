package io.epochdesk.cadence;

import io.epochdesk.fault.FaultException;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads the CBOR (RFC 8949) that CCF is made of: unsigned and negative integers, byte and text
 * strings, arrays, tags of one byte, bignums, booleans and nil, each in its one deterministic form.
 * Maps, floats, indefinite lengths, other simple values and heads longer than needed are refused.
 *
 * <p>What it says it has read was there: no length is believed beyond the end of the message, and
 * depth and elements are counted against the {@link Limits}.
 */
final class CborReader {

    private static final int UNSIGNED = 0;
    private static final int NEGATIVE = 1;
    private static final int BYTES = 2;
    private static final int TEXT = 3;
    private static final int ARRAY = 4;

    /** The first byte of a tag whose number takes one byte. */
    private static final byte TAG = (byte) 0xD8;

    private static final byte POSITIVE_BIGNUM = (byte) 0xC2;
    private static final byte NEGATIVE_BIGNUM = (byte) 0xC3;
    private static final byte FALSE = (byte) 0xF4;
    private static final byte TRUE = (byte) 0xF5;
    private static final byte NIL = (byte) 0xF6;

    /** Bytes that a decimal digit takes. */
    private static final double BYTES_A_DIGIT = Math.log(10) / Math.log(256);

    private final byte[] message;
    private final Limits limits;
    private int at;
    private int depth;
    private int elements;

    CborReader(byte[] message, Limits limits) {
        this.message = message;
        this.limits = limits;
    }

    /** How far it has read: the offset of the next byte. */
    int position() {
        return at;
    }

    /** Elements counted so far. */
    int elements() {
        return elements;
    }

    /** Goes on behind a stretch that was read before, in another message that began the same. */
    void resume(int position, int counted) {
        at = position;
        elements = counted;
    }

    /** Refuses anything behind what was read. */
    void requireEnd() {
        if (at < message.length) {
            throw Malformed.at(at, "bytes follow the value");
        }
    }

    /** Goes one level deeper; every way back up calls {@link #leave}. */
    void enter() {
        if (++depth > limits.depth()) {
            throw Malformed.tooDeep(at, limits.depth());
        }
    }

    /** Comes back from a level. */
    void leave() {
        depth--;
    }

    /** Counts what is made of the message beside its items. */
    void count(int more) {
        if (more > limits.elements() - elements) {
            throw Malformed.tooManyElements(at, limits.elements());
        }
        elements += more;
    }

    /** Whether a tag of this number comes next. */
    boolean isTag(int number) {
        return at + 1 < message.length && message[at] == TAG && (message[at + 1] & 0xFF) == number;
    }

    /** The number of the tag that must come next, 24 to 255. */
    int tag(String what) {
        require(at + 1 < message.length);
        if (message[at] != TAG || (message[at + 1] & 0xFF) < 24) {
            throw Malformed.at(at, what + " must have a tag");
        }
        int number = message[at + 1] & 0xFF;
        at += 2;
        return number;
    }

    /** Reads nil, if that comes next. */
    boolean nil() {
        if (at < message.length && message[at] == NIL) {
            at++;
            return true;
        }
        return false;
    }

    /** Reads nil. */
    void requireNil(String what) {
        require(at < message.length);
        if (!nil()) {
            throw Malformed.at(at, what + " must be nil");
        }
    }

    /** Reads a boolean. */
    boolean bool() {
        require(at < message.length);
        return switch (message[at]) {
            case TRUE -> {
                at++;
                yield true;
            }
            case FALSE -> {
                at++;
                yield false;
            }
            default -> throw Malformed.at(at, "a Bool must be true or false");
        };
    }

    /** The head of an array: how many items follow. They are counted as elements. */
    int array(String what) {
        int count = length(ARRAY, what, "an array");
        count(count);
        return count;
    }

    /** The head of an array of so many items. */
    void arrayOf(int count, String what) {
        int start = at;
        if (array(what) != count) {
            throw Malformed.at(start, what + " must have " + count + " parts");
        }
    }

    /** A text; must be UTF-8. */
    String text(String what) {
        int length = length(TEXT, what, "a text");
        int from = at;
        at += length;
        if (JsonStrings.isAscii(message, from, at)) {
            return new String(message, from, length, StandardCharsets.ISO_8859_1);
        }
        JsonStrings.requireUtf8(message, from, at);
        return new String(message, from, length, StandardCharsets.UTF_8);
    }

    /** A byte string of up to eight bytes as a number, big-endian. */
    long bytes(int count, String what) {
        int start = at;
        if (length(BYTES, what, "a byte string") != count) {
            throw Malformed.at(start, what + " must have " + count + " bytes");
        }
        return bigEndian(count);
    }

    /** A number written as a byte string, without leading zeros, that is below a limit. */
    int index(int below, String what) {
        int start = at;
        int length = length(BYTES, what, "a byte string");
        if (length > Integer.BYTES || (length > 0 && message[at] == 0)) {
            throw Malformed.at(start, what + " must be a small number without leading zeros");
        }
        long index = bigEndian(length);
        if (index >= below) {
            throw Malformed.at(start, what + " speaks of a type that is not there");
        }
        return (int) index;
    }

    /** An unsigned integer; from 2^63 on it is negative. */
    long unsigned(String what) {
        return argument(UNSIGNED, what, "an unsigned integer");
    }

    /** Whether a negative integer comes next. */
    boolean isNegative() {
        return at < message.length && (message[at] & 0xFF) >>> 5 == NEGATIVE;
    }

    /** -1 less a negative integer, so its bits turned over; from 2^63 on it is negative. */
    long magnitude(String what) {
        return argument(NEGATIVE, what, "a negative integer");
    }

    /**
     * A bignum.
     *
     * @param digits the most decimal digits it may have, some more may pass
     */
    BigInteger bignum(int digits, String what) {
        require(at < message.length);
        byte tag = message[at];
        if (tag != POSITIVE_BIGNUM && tag != NEGATIVE_BIGNUM) {
            throw Malformed.at(at, what + " must be a bignum");
        }
        at++;
        int start = at;
        int length = length(BYTES, what, "a byte string");
        if (length > digits * BYTES_A_DIGIT + 1) {
            throw Malformed.tooManyDigits(start, digits);
        }
        if (length > 0 && message[at] == 0) {
            throw Malformed.at(start, what + " must not begin with a zero");
        }
        BigInteger magnitude = new BigInteger(1, message, at, length);
        at += length;
        return tag == POSITIVE_BIGNUM ? magnitude : magnitude.not();
    }

    /** Compares two stretches of the message by their bytes. */
    int compare(int from, int to, int otherFrom, int otherTo) {
        return Arrays.compareUnsigned(message, from, to, message, otherFrom, otherTo);
    }

    /** What was read since a position. */
    byte[] since(int from) {
        return Arrays.copyOfRange(message, from, at);
    }

    /** The head of something with a length, which must be there as a whole. */
    private int length(int major, String what, String form) {
        int start = at;
        long length = argument(major, what, form);
        if (length < 0 || length > message.length - at) {
            throw Malformed.at(start, "the message ends too early");
        }
        return (int) length;
    }

    private long argument(int major, String what, String form) {
        require(at < message.length);
        int first = message[at] & 0xFF;
        if (first >>> 5 != major) {
            throw Malformed.at(at, what + " must be " + form);
        }
        int info = first & 0x1F;
        if (info < 24) {
            at++;
            return info;
        }
        if (info > 27) {
            throw Malformed.at(at, what + " has a length that is not told at once");
        }
        int width = 1 << (info - 24);
        require(message.length - at > width);
        int start = at++;
        long argument = bigEndian(width);
        if (Long.compareUnsigned(argument, least(width)) < 0) {
            throw Malformed.at(start, what + " is not in its shortest form");
        }
        return argument;
    }

    /** The least number that takes so many bytes in a head. */
    private static long least(int width) {
        return width == 1 ? 24 : 1L << (width * 4);
    }

    private long bigEndian(int width) {
        long number = 0;
        for (int end = at + width; at < end; at++) {
            number = (number << 8) | (message[at] & 0xFF);
        }
        return number;
    }

    private void require(boolean there) {
        if (!there) {
            throw ends();
        }
    }

    private FaultException ends() {
        return Malformed.at(at, "the message ends too early");
    }
}
