package org.tdf.rlp;

import java.io.ByteArrayOutputStream;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * The encoder flow-jvm-sdk calls: byte strings, numbers, lists, and objects as the list of their
 * fields.
 */
public final class RLPCodec {

    private static final int SHORT_STRING = 0x80;
    private static final int SHORT_LIST = 0xc0;
    private static final int SHORT_LIMIT = 56;

    private RLPCodec() {}

    /** Encodes a value; called by flow-jvm-sdk by this name. */
    public static byte[] encode(Object value) {
        return switch (value) {
            case byte[] bytes -> string(bytes);
            case String text -> string(text.getBytes(StandardCharsets.UTF_8));
            case BigInteger number -> string(minimal(number));
            case Number number -> string(minimal(BigInteger.valueOf(number.longValue())));
            case Object[] array -> list(Arrays.asList(array));
            case Collection<?> values -> list(values);
            default -> list(fields(value));
        };
    }

    private static List<Object> fields(Object value) {
        List<Object> values = new ArrayList<>();
        for (Field field : value.getClass().getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers())) {
                continue;
            }
            field.setAccessible(true);
            try {
                values.add(field.get(value));
            } catch (IllegalAccessException e) {
                throw new IllegalStateException("a field that was made accessible is not", e);
            }
        }
        return values;
    }

    private static byte[] minimal(BigInteger number) {
        byte[] bytes = number.toByteArray();
        int start = 0;
        while (start < bytes.length && bytes[start] == 0) {
            start++;
        }
        return Arrays.copyOfRange(bytes, start, bytes.length);
    }

    private static byte[] string(byte[] bytes) {
        boolean single = bytes.length == 1 && (bytes[0] & 0xff) < SHORT_STRING;
        return single ? bytes : joined(header(bytes.length, SHORT_STRING), bytes);
    }

    private static byte[] list(Collection<?> values) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        values.forEach(value -> body.writeBytes(encode(value)));
        return joined(header(body.size(), SHORT_LIST), body.toByteArray());
    }

    private static byte[] header(int length, int base) {
        if (length < SHORT_LIMIT) {
            return new byte[] {(byte) (base + length)};
        }
        byte[] digits = minimal(BigInteger.valueOf(length));
        return joined(new byte[] {(byte) (base + SHORT_LIMIT - 1 + digits.length)}, digits);
    }

    private static byte[] joined(byte[] head, byte[] tail) {
        byte[] whole = Arrays.copyOf(head, head.length + tail.length);
        System.arraycopy(tail, 0, whole, head.length, tail.length);
        return whole;
    }
}
