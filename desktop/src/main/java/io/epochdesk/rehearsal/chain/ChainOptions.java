package io.epochdesk.rehearsal.chain;

import java.time.InstantSource;

/**
 * How a chain is to be.
 *
 * @param seed the same seed, genesis and transactions give the same blocks
 * @param firstHeight height of the block it begins with; the root block's where it has no past
 * @param firstView its view
 * @param past what was before
 * @param clock where blocks have their timestamps from; no ID depends on it
 * @param expiry how many blocks behind a transaction's reference block may lie; 600 on mainnet
 * @param sealingLag how many blocks the newest sealed one trails the newest finalized one
 * @param automine whether each transaction makes a block of its own at once, as on an emulator;
 *     otherwise it waits for the next block
 * @param heartbeat whether the system transaction beats the epoch's heart; an emulator's does not
 * @param history how many changed heights scripts can look back
 */
public record ChainOptions(
        long seed,
        long firstHeight,
        long firstView,
        Past past,
        InstantSource clock,
        int expiry,
        int sealingLag,
        boolean automine,
        boolean heartbeat,
        int history) {

    /** Blocks after which a transaction expires on mainnet. */
    public static final int MAINNET_EXPIRY = 600;

    private static final int PLAYED_LAG = 6;
    private static final int PLAYED_HISTORY = 600;

    /** A chain whose blocks are made one by one, sealed at once. */
    public static ChainOptions manual(long seed, InstantSource clock) {
        return new ChainOptions(
                seed, 0, 0, Past.NONE, clock, MAINNET_EXPIRY, 0, true, true, PLAYED_HISTORY);
    }

    /** A chain that is played: transactions wait for blocks, seals trail. */
    public static ChainOptions played(
            long seed, long firstHeight, long firstView, Past past, InstantSource clock) {
        return new ChainOptions(
                seed,
                firstHeight,
                firstView,
                past,
                clock,
                MAINNET_EXPIRY,
                PLAYED_LAG,
                false,
                true,
                PLAYED_HISTORY);
    }

    /** This chain with another expiry. */
    public ChainOptions expiringAfter(int blocks) {
        return new ChainOptions(
                seed,
                firstHeight,
                firstView,
                past,
                clock,
                blocks,
                sealingLag,
                automine,
                heartbeat,
                history);
    }

    /** This chain without a heartbeat: its epochs move only when somebody moves them. */
    public ChainOptions withoutHeartbeat() {
        return new ChainOptions(
                seed,
                firstHeight,
                firstView,
                past,
                clock,
                expiry,
                sealingLag,
                automine,
                false,
                history);
    }
}
