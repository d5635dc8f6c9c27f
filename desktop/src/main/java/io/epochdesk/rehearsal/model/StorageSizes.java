package io.epochdesk.rehearsal.model;

import org.jspecify.annotations.Nullable;

/**
 * How many bytes of storage things take. The figures were measured on the emulator; what a chain
 * uses differs by a few bytes with the length of names and balances.
 */
final class StorageSizes {

    /** An account with its vault and its public capabilities, but no key. */
    static final long ACCOUNT = 1250;

    /** One key. */
    static final long KEY = 100;

    /** A capability controller. */
    static final long CAPABILITY = 150;

    private static final long RESOURCE = 275;
    private static final long COLLECTION = 900;
    private static final long COLLECTED_NODE = 400;

    private StorageSizes() {}

    /** Bytes of something stored. */
    static long of(@Nullable Stored stored) {
        return switch (stored) {
            case Stored.StakingCollection collection ->
                    COLLECTION + COLLECTED_NODE * collection.nodes().size();
            case Stored.NodeStaker _, Stored.Participant _ -> RESOURCE;
            case Stored.Voter voter -> RESOURCE + voter.stakingKey().length();
            case null -> 0;
        };
    }
}
