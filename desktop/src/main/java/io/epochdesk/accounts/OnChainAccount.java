package io.epochdesk.accounts;

import io.epochdesk.cadence.FlowAddress;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * An account. Amounts are FLOW with eight decimals, sizes bytes.
 *
 * @param address where it is
 * @param balance what its FLOW vault holds
 * @param available what of it can be spent: balance less the reservation
 * @param reserved what must stay for the storage it uses: {@code
 *     FlowStorageFees.defaultTokenReservedBalance}
 * @param storageUsed storage in use
 * @param storageCapacity storage its balance is good for
 * @param keys all keys in the order of their indices, revoked ones too
 * @param voterOf the node whose {@code FlowClusterQC.Voter} it stores, or null
 * @param participantOf the node whose {@code FlowDKG.Participant} it stores, or null
 * @param hasStakingCollection whether it shows a staking collection
 * @param withdrawals how many capabilities allow to take from its FLOW vault; a machine account has
 *     one, which is its owner's
 * @param accountCapabilities how many capabilities allow to act as the account
 * @param holdsStake whether a node's stake lies in it: a {@code FlowIDTableStaking.NodeStaker}, or
 *     a staking collection with nodes
 */
public record OnChainAccount(
        FlowAddress address,
        BigDecimal balance,
        BigDecimal available,
        BigDecimal reserved,
        long storageUsed,
        long storageCapacity,
        List<OnChainKey> keys,
        @Nullable String voterOf,
        @Nullable String participantOf,
        boolean hasStakingCollection,
        int withdrawals,
        int accountCapabilities,
        boolean holdsStake) {

    public OnChainAccount {
        keys = List.copyOf(keys);
    }

    /** The key at a position, if the account has so many. */
    public Optional<OnChainKey> key(int index) {
        return index >= 0 && index < keys.size() ? Optional.of(keys.get(index)) : Optional.empty();
    }
}
