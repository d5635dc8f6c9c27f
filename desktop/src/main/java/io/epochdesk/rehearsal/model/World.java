package io.epochdesk.rehearsal.model;

import io.epochdesk.cadence.FlowAddress;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/**
 * All that the contracts of a network know at one moment. Immutable: rolling a transaction back is
 * dropping the world it made, history is keeping worlds. A world shares nearly all it has with the
 * one before.
 *
 * @param chainId such as {@code flow-emulator}
 * @param contracts where the contracts are, by name
 * @param accounts every account
 * @param lastAddressIndex index of the address given out last
 * @param epoch state of FlowEpoch
 * @param quorum state of FlowClusterQC
 * @param dkg state of FlowDKG
 * @param staking state of FlowIDTableStaking
 * @param fees parameters of FlowFees
 * @param feeVault FLOW in FlowFees' vault, as a {@link UFix64}
 * @param storage parameters of FlowStorageFees
 * @param supply {@code FlowToken.totalSupply}, as a {@link UFix64}
 * @param lastUuid the identifier of the resource made last
 */
public record World(
        String chainId,
        Map<String, FlowAddress> contracts,
        PersistentMap<FlowAddress, Account> accounts,
        long lastAddressIndex,
        Epoch epoch,
        ClusterVoting quorum,
        DistributedKeyGeneration dkg,
        StakingTable staking,
        FeeParameters fees,
        long feeVault,
        StorageParameters storage,
        long supply,
        long lastUuid) {

    /** The account at an address, or null. */
    public @Nullable Account account(FlowAddress address) {
        return accounts.get(address);
    }

    /** The address of a contract. */
    public FlowAddress contract(String name) {
        FlowAddress address = contracts.get(name);
        if (address == null) {
            throw new IllegalArgumentException("no contract " + name);
        }
        return address;
    }

    /** The type ID of something a contract declares, such as {@code A.….FlowEpoch.EpochSetup}. */
    public String typeId(String contract, String name) {
        return "A." + contract(contract).hex() + "." + contract + "." + name;
    }

    /** This world with an account in the place of the one at its address. */
    public World with(Account account) {
        return copy(
                accounts.with(account.address(), account), epoch, quorum, dkg, staking, lastUuid);
    }

    /** This world with another state of FlowEpoch. */
    public World with(Epoch changed) {
        return copy(accounts, changed, quorum, dkg, staking, lastUuid);
    }

    /** This world with another state of FlowClusterQC. */
    public World with(ClusterVoting changed) {
        return copy(accounts, epoch, changed, dkg, staking, lastUuid);
    }

    /** This world with another state of FlowDKG. */
    public World with(DistributedKeyGeneration changed) {
        return copy(accounts, epoch, quorum, changed, staking, lastUuid);
    }

    /** This world with another state of FlowIDTableStaking. */
    public World with(StakingTable changed) {
        return copy(accounts, epoch, quorum, dkg, changed, lastUuid);
    }

    /** This world with other fee parameters. */
    public World with(FeeParameters changed) {
        return tokens(changed, feeVault, supply);
    }

    /** This world with another amount in the fees' vault, as a {@link UFix64}. */
    public World withFeeVault(long raw) {
        return tokens(fees, raw, supply);
    }

    /** This world with another supply of FLOW, as a {@link UFix64}. */
    public World withSupply(long raw) {
        return tokens(fees, feeVault, raw);
    }

    /** This world after so many resources were made. */
    World withUuid(long uuid) {
        return copy(accounts, epoch, quorum, dkg, staking, uuid);
    }

    /** This world after an address was given out. */
    World withAddressIndex(long index) {
        return new World(
                chainId, contracts, accounts, index, epoch, quorum, dkg, staking, fees, feeVault,
                storage, supply, lastUuid);
    }

    private World copy(
            PersistentMap<FlowAddress, Account> newAccounts,
            Epoch newEpoch,
            ClusterVoting newQuorum,
            DistributedKeyGeneration newDkg,
            StakingTable newStaking,
            long newUuid) {
        return new World(
                chainId,
                contracts,
                newAccounts,
                lastAddressIndex,
                newEpoch,
                newQuorum,
                newDkg,
                newStaking,
                fees,
                feeVault,
                storage,
                supply,
                newUuid);
    }

    private World tokens(FeeParameters newFees, long newFeeVault, long newSupply) {
        return new World(
                chainId,
                contracts,
                accounts,
                lastAddressIndex,
                epoch,
                quorum,
                dkg,
                staking,
                newFees,
                newFeeVault,
                storage,
                newSupply,
                lastUuid);
    }
}
