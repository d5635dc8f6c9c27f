package io.epochdesk.rehearsal.model;

/**
 * {@code FlowIDTableStaking.NodeRecord} without delegators. Amounts are {@link UFix64}.
 *
 * @param id 64 lower-case hex digits
 * @param role 1 collection, 2 consensus, 3 execution, 4 verification, 5 access
 * @param networkingAddress host and port
 * @param networkingKey 128 hex digits
 * @param stakingKey 192 hex digits
 * @param tokensStaked for the current epoch
 * @param tokensCommitted for the next epoch
 * @param tokensUnstaking on their way out for one epoch
 * @param tokensUnstaked ready to be withdrawn
 * @param tokensRewarded ready to be withdrawn
 * @param requestedToUnstake of the staked tokens, at the end of the epoch
 * @param weight 100 for a participant, 0 for others
 */
public record NodeRecord(
        String id,
        int role,
        String networkingAddress,
        String networkingKey,
        String stakingKey,
        long tokensStaked,
        long tokensCommitted,
        long tokensUnstaking,
        long tokensUnstaked,
        long tokensRewarded,
        long requestedToUnstake,
        long weight) {

    /** Weight of a participant. */
    public static final long FULL_WEIGHT = 100;

    /** A node that has just been registered, before it staked anything. */
    static NodeRecord created(
            String id,
            int role,
            String networkingAddress,
            String networkingKey,
            String stakingKey) {
        return new NodeRecord(
                id, role, networkingAddress, networkingKey, stakingKey, 0, 0, 0, 0, 0, 0, 0);
    }

    /** {@code nodeFullCommittedBalance}: what it will have staked in the next epoch. */
    public long fullCommitted() {
        return Math.max(0, tokensCommitted + tokensStaked - requestedToUnstake);
    }

    NodeRecord withAddress(String address) {
        return new NodeRecord(
                id,
                role,
                address,
                networkingKey,
                stakingKey,
                tokensStaked,
                tokensCommitted,
                tokensUnstaking,
                tokensUnstaked,
                tokensRewarded,
                requestedToUnstake,
                weight);
    }

    NodeRecord withWeight(long newWeight) {
        return with(
                tokensStaked,
                tokensCommitted,
                tokensUnstaking,
                tokensUnstaked,
                requestedToUnstake,
                newWeight);
    }

    NodeRecord committing(long amount) {
        return with(
                tokensStaked,
                tokensCommitted + amount,
                tokensUnstaking,
                tokensUnstaked,
                requestedToUnstake,
                weight);
    }

    NodeRecord rewarded(long amount) {
        return new NodeRecord(
                id,
                role,
                networkingAddress,
                networkingKey,
                stakingKey,
                tokensStaked,
                tokensCommitted,
                tokensUnstaking,
                tokensUnstaked,
                tokensRewarded + amount,
                requestedToUnstake,
                weight);
    }

    NodeRecord with(
            long staked,
            long committed,
            long unstaking,
            long unstaked,
            long requested,
            long newWeight) {
        return new NodeRecord(
                id,
                role,
                networkingAddress,
                networkingKey,
                stakingKey,
                staked,
                committed,
                unstaking,
                unstaked,
                tokensRewarded,
                requested,
                newWeight);
    }
}
