package io.epochdesk.cadence;

/**
 * How much of a JSON-Cadence text or CCF message is taken in before it is refused; an access node
 * is never trusted with the console's memory or stack.
 *
 * @param bytes length of the text or message in bytes, at most 512 MiB
 * @param depth nesting of JSON arrays and objects, at most 256; a Cadence array takes two levels, a
 *     struct four; in CCF, nesting of values and of types, each takes one
 * @param digits digits of an {@code Int} or {@code UInt}; all other numbers have the limit of their
 *     type
 * @param elements elements of JSON arrays and members of JSON objects, all together; a field of a
 *     struct takes at least five; in CCF, items of its arrays and parts of the types told in values
 */
public record Limits(int bytes, int depth, int digits, int elements) {

    /**
     * Enough for an epoch setup of 2,400 nodes (250,000 elements) and for a script that returns a
     * whiteboard of 20,000 messages and 30 MB (400,000 elements), each with room to spare.
     */
    public static final Limits DEFAULT = new Limits(64 << 20, 256, 4_096, 4_000_000);

    /** More bytes cannot be indexed. */
    static final int MOST_BYTES = 1 << 29;

    /** Deeper values could exhaust the stack of a thread. */
    static final int MOST_DEPTH = 256;

    public Limits {
        if (bytes < 1 || bytes > MOST_BYTES) {
            throw new IllegalArgumentException(
                    "the limit of bytes lies between 1 and " + MOST_BYTES);
        }
        if (depth < 1 || depth > MOST_DEPTH) {
            throw new IllegalArgumentException(
                    "the limit of depth lies between 1 and " + MOST_DEPTH);
        }
        if (digits < 1 || elements < 1) {
            throw new IllegalArgumentException("the limits of digits and elements are positive");
        }
    }
}
