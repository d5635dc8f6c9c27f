package io.epochdesk.rehearsal.model;

import org.jspecify.annotations.Nullable;

/**
 * How many bytes of storage things take, as {@code account.storage.used} grew on the emulator when
 * they came. A chain's figures differ by a few bytes with the size of balances.
 */
final class StorageSizes {

    /** An account with its vault and its two public capabilities, but no key. */
    static final long ACCOUNT = 865;

    /** One key. */
    static final long KEY = 158;

    /** The controller of a capability. */
    static final long CAPABILITY = 134;

    /** A resource that has a node ID and nothing else. */
    private static final long NODE_RESOURCE = 217;

    private static final long STAKING_KEY = 251;
    private static final long COLLECTION = 1191;
    private static final long NODE_OF_COLLECTION = 196;
    private static final long MACHINE_ACCOUNT_RECORD = 284;
    private static final long FIRST_NODE = 103;
    private static final long FIRST_RECORD = 148;

    private StorageSizes() {}

    /** Bytes of something stored. */
    static long of(@Nullable Stored stored) {
        return switch (stored) {
            case Stored.StakingCollection collection ->
                    COLLECTION
                            + NODE_OF_COLLECTION * collection.nodes().size()
                            + MACHINE_ACCOUNT_RECORD * collection.machineAccounts().size()
                            + (collection.nodes().isEmpty() ? 0 : FIRST_NODE)
                            + (collection.machineAccounts().isEmpty() ? 0 : FIRST_RECORD);
            case Stored.NodeStaker _, Stored.Participant _ -> NODE_RESOURCE;
            case Stored.Voter _ -> NODE_RESOURCE + STAKING_KEY;
            case null -> 0;
        };
    }
}
