package io.epochdesk.keys;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/**
 * Something that was right, spoiled at random: bytes changed, cut out, doubled, put in, cut off.
 */
public final class Spoiled {

    private static final byte[] TELLING =
            "{}[]\",:0129aAfF\\ \n\r-".getBytes(StandardCharsets.US_ASCII);

    private Spoiled() {}

    /** One to four things are done to a copy. */
    public static byte[] of(byte[] original, Random random) {
        byte[] text = original.clone();
        for (int i = random.nextInt(4); i >= 0; i--) {
            text = once(text, random);
        }
        return text;
    }

    private static byte[] once(byte[] text, Random random) {
        if (text.length == 0) {
            return new byte[] {any(random)};
        }
        int at = random.nextInt(text.length);
        return switch (random.nextInt(12)) {
            case 0 -> Arrays.copyOf(text, at);
            case 1 -> joined(text, at, new byte[] {any(random)}, at);
            case 2 -> {
                int end = Math.min(text.length, at + 1 + random.nextInt(40));
                yield joined(text, end, Arrays.copyOfRange(text, at, end), end);
            }
            case 3 ->
                    joined(
                            text,
                            at,
                            new byte[0],
                            Math.min(text.length, at + 1 + random.nextInt(8)));
            default -> {
                text[at] = any(random);
                yield text;
            }
        };
    }

    private static byte any(Random random) {
        return random.nextBoolean()
                ? TELLING[random.nextInt(TELLING.length)]
                : (byte) random.nextInt(256);
    }

    private static byte[] joined(byte[] text, int until, byte[] middle, int from) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(text.length + middle.length);
        out.write(text, 0, until);
        out.write(middle, 0, middle.length);
        out.write(text, from, text.length - from);
        return out.toByteArray();
    }
}
