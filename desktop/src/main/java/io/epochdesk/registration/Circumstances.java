package io.epochdesk.registration;

import io.epochdesk.accounts.FeeSchedule;
import io.epochdesk.accounts.OnChainAccount;
import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.epoch.EpochPhase;
import io.epochdesk.staking.StakingCollection;
import io.epochdesk.staking.Standings;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * All that the checks ask of the chain, at one block.
 *
 * @param owner the account that signs
 * @param view the block's view
 * @param phase where the epoch stands
 * @param counter counter of the epoch
 * @param stakingEndView last view of the staking auction
 * @param votingInProgress whether votes are taken
 * @param dkgEnabled whether whiteboard messages and submissions are taken
 * @param fees what transactions and storage cost
 * @param accounts the accounts asked for that are there
 * @param collection the owner's staking collection as it shows it, or null
 * @param table minimums, and how the nodes asked for stand
 * @param addressClaimed whether a node has this networking address
 * @param networkingKeyClaimed whether a node has this networking key
 * @param stakingKeyClaimed whether a node has this staking key
 * @param parts the nodes' parts in epochs, by ID
 * @param purse what the owner stores; null when there is no such account
 */
record Circumstances(
        FlowAddress owner,
        long view,
        EpochPhase phase,
        long counter,
        long stakingEndView,
        boolean votingInProgress,
        boolean dkgEnabled,
        FeeSchedule fees,
        Map<FlowAddress, OnChainAccount> accounts,
        @Nullable StakingCollection collection,
        Standings table,
        boolean addressClaimed,
        boolean networkingKeyClaimed,
        boolean stakingKeyClaimed,
        Map<String, EpochPart> parts,
        @Nullable Purse purse) {

    Circumstances {
        accounts = Map.copyOf(accounts);
        parts = Map.copyOf(parts);
    }

    /** The signing account. */
    Optional<OnChainAccount> signer() {
        return Optional.ofNullable(accounts.get(owner));
    }

    /** The machine account on record for a node. */
    Optional<FlowAddress> machineAccount(String nodeId) {
        return Optional.ofNullable(collection).map(found -> found.machineAccounts().get(nodeId));
    }

    /**
     * What can be staked without the locked account: the balance less the storage reservation
     * (FlowStakingCollection, {@code getTokens}).
     */
    BigDecimal unlockedStake() {
        return signer().map(account -> account.balance().subtract(fees.minimumReservation()))
                .map(free -> free.max(BigDecimal.ZERO))
                .orElse(BigDecimal.ZERO);
    }

    /** What can be staked from the locked account; zero without one. */
    BigDecimal lockedStake() {
        BigDecimal locked = purse == null ? null : purse.lockedBalance();
        return locked == null ? BigDecimal.ZERO : locked;
    }

    /** Whether setup is open: the nodes act by themselves. */
    boolean isSetup() {
        return phase == EpochPhase.EPOCH_SETUP;
    }
}
