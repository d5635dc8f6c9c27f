package io.epochdesk.bls;

/**
 * One run of the key generation. Dealers and nodes are known by their index in the committee, from
 * 0, in the protocol's canonical order.
 *
 * @param id what messages must name, see {@link #idOf}
 * @param size nodes in the committee, n
 */
public record DkgInstance(String id, int size) {

    /** Fewest and most nodes (onflow/crypto {@code DKGMinSize, DKGMaxSize}). */
    public static final int MIN_SIZE = 2;

    public static final int MAX_SIZE = 254;

    /**
     * @throws IllegalArgumentException when the committee is too small or too large
     */
    public DkgInstance {
        if (size < MIN_SIZE || size > MAX_SIZE) {
            throw new IllegalArgumentException("a committee has 2 to 254 nodes, not " + size);
        }
    }

    /**
     * The ID of the run that makes an epoch's keys (flow-go {@code CanonicalInstanceID}).
     *
     * @param chainId such as {@code flow-mainnet}
     * @param epochCounter the epoch the keys are for
     */
    public static String idOf(String chainId, String epochCounter) {
        return "dkg-" + chainId + "-" + epochCounter;
    }

    /**
     * The native threshold t: polynomials have this degree, t + 1 shares make a signature (flow-go
     * {@code RandomBeaconThreshold}, FlowDKG {@code getNativeSuccessThreshold}).
     */
    public int threshold() {
        return Math.max(1, (size - 1) / 2);
    }

    /** Whether there is a node with this index. */
    public boolean hasIndex(int index) {
        return index >= 0 && index < size;
    }
}
