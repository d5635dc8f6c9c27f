package io.epochdesk.keys.vault;

/**
 * What a key derivation costs.
 *
 * @param memoryKib in KiB, from 64 MiB to 512 MiB
 * @param iterations from 1 to 64
 * @param parallelism lanes, from 1 to 16
 */
public record KdfParameters(int memoryKib, int iterations, int parallelism) {

    /** 64 MiB: what RFC 9106 asks at least where memory is short. */
    public static final int LEAST_MEMORY = 64 << 10;

    /** 512 MiB: a file that asks for more would only stop the machine. */
    public static final int MOST_MEMORY = 512 << 10;

    /** The most passes over the memory a file may ask for. */
    public static final int MOST_ITERATIONS = 64;

    /** The most lanes a file may ask for. */
    public static final int MOST_PARALLELISM = 16;

    /** RFC 9106's second recommendation: 64 MiB, three passes, four lanes. */
    public static final KdfParameters LEAST = new KdfParameters(LEAST_MEMORY, 3, 4);

    public KdfParameters {
        if (memoryKib < LEAST_MEMORY
                || memoryKib > MOST_MEMORY
                || iterations < 1
                || iterations > MOST_ITERATIONS
                || parallelism < 1
                || parallelism > MOST_PARALLELISM) {
            throw new IllegalArgumentException("parameters outside their bounds");
        }
    }
}
