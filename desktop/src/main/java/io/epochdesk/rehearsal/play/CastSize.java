package io.epochdesk.rehearsal.play;

/** How many nodes there are of each role, and how many clusters. */
public enum CastSize {
    /** Small enough to know every node by its name. */
    SMALL(12, 7, 2, 2, 2, 3, false),
    /** As on mainnet. */
    MAINNET(120, 110, 4, 4, 2, 5, false),
    /** Ten times that; keys and signatures are well-formed only. */
    TENFOLD(1_200, 1_100, 40, 40, 20, 50, true);

    private final int collection;
    private final int consensus;
    private final int execution;
    private final int verification;
    private final int access;
    private final int clusters;
    private final boolean synthetic;

    CastSize(
            int collection,
            int consensus,
            int execution,
            int verification,
            int access,
            int clusters,
            boolean synthetic) {
        this.collection = collection;
        this.consensus = consensus;
        this.execution = execution;
        this.verification = verification;
        this.access = access;
        this.clusters = clusters;
        this.synthetic = synthetic;
    }

    /** Nodes of a role, 1 to 5. */
    public int nodes(int role) {
        return switch (role) {
            case 1 -> collection;
            case 2 -> consensus;
            case 3 -> execution;
            case 4 -> verification;
            case 5 -> access;
            default -> throw new IllegalArgumentException("no role " + role);
        };
    }

    /** Nodes of all roles. */
    public int nodes() {
        return collection + consensus + execution + verification + access;
    }

    /** Clusters of collection nodes. */
    public int clusters() {
        return clusters;
    }

    /** Whether staking keys, votes and DKG messages are made up and cannot be verified. */
    public boolean isSynthetic() {
        return synthetic;
    }
}
