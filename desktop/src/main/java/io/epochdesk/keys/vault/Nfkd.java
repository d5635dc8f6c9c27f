package io.epochdesk.keys.vault;

import java.text.Normalizer;
import java.util.Arrays;

/**
 * Compatibility decomposition (NFKD) of a char array. The JDK normalises into a {@code String},
 * which cannot be wiped; here it is only ever shown one or two code points beyond ASCII at a time.
 */
final class Nfkd {

    /** No code point decomposes into more UTF-16 units than this (U+FDFA). */
    private static final int LONGEST = 18;

    private Nfkd() {}

    /** The decomposed text in an array of its own; the caller wipes both. */
    static char[] of(char[] text) {
        char[] room = new char[text.length * LONGEST];
        int length = 0;
        for (int i = 0; i < text.length; ) {
            int point = Character.codePointAt(text, i);
            i += Character.charCount(point);
            if (point < 0x80) {
                room[length++] = (char) point;
            } else {
                String parts = normal(new int[] {point});
                parts.getChars(0, parts.length(), room, length);
                length += parts.length();
            }
        }
        char[] decomposed = Arrays.copyOf(room, length);
        Arrays.fill(room, '\0');
        inCanonicalOrder(decomposed);
        return decomposed;
    }

    /** Sorts combining marks: two that the JDK would swap are swapped until none are left. */
    private static void inCanonicalOrder(char[] text) {
        boolean swapped = true;
        while (swapped) {
            swapped = false;
            for (int i = 0; i < text.length; ) {
                int first = Character.codePointAt(text, i);
                int at = i + Character.charCount(first);
                i = at;
                if (at >= text.length || first < 0x80) {
                    continue;
                }
                int second = Character.codePointAt(text, at);
                if (second >= 0x80
                        && first != second
                        && normal(new int[] {first, second}).codePointAt(0) == second) {
                    int from = at - Character.charCount(first);
                    int width = Character.toChars(second, text, from);
                    Character.toChars(first, text, from + width);
                    i = from + width;
                    swapped = true;
                }
            }
        }
    }

    private static String normal(int[] points) {
        return Normalizer.normalize(new String(points, 0, points.length), Normalizer.Form.NFKD);
    }
}
