package io.epochdesk.rehearsal.model;

import io.epochdesk.cadence.FlowAddress;

/** What the transactions do that an operator signs with a staking account. */
final class OperatorTransactions {

    private final StakingSignatures signatures;

    OperatorTransactions(StakingSignatures signatures) {
        this.signatures = signatures;
    }

    /** {@code setup_staking_collection.cdc}. */
    static void setUpCollection(Draft draft, FlowAddress signer, Arguments arguments)
            throws Aborted {
        if (FlowStakingCollection.of(draft.account(signer)) == null) {
            Capabilities capabilities = new Capabilities(draft, signer);
            capabilities.issue(
                    capabilities.resource("LockedTokens", "TokenHolder"), "flowTokenHolder");
            capabilities.issue(capabilities.withdrawableVault(), StoragePaths.VAULT);
            draft.put(
                    draft.account(signer)
                            .withStored(StoragePaths.COLLECTION, Stored.StakingCollection.empty()));
            capabilities.publish(
                    capabilities.issue(
                            capabilities.resource("FlowStakingCollection", "StakingCollection"),
                            StoragePaths.COLLECTION),
                    StoragePaths.COLLECTION);
        }
        Stored.NodeStaker staker =
                draft.account(signer).stored(StoragePaths.STAKER, Stored.NodeStaker.class);
        if (staker != null) {
            draft.put(draft.account(signer).withoutStored(StoragePaths.STAKER));
            FlowStakingCollection.addNode(draft, signer, staker.nodeId());
        }
    }

    /** {@code register_node.cdc}. */
    void registerNode(Draft draft, FlowAddress signer, Arguments arguments) throws Aborted {
        NodeRegistration registration =
                new NodeRegistration(
                        arguments.string(0),
                        (int) arguments.integer(1),
                        arguments.string(2),
                        arguments.string(3),
                        arguments.string(4),
                        arguments.string(5));
        FlowAddress machine =
                FlowStakingCollection.registerNode(
                        draft, signatures, signer, registration, arguments.ufix64(6));
        if (machine != null) {
            machineKey(arguments, 7).addTo(draft, signatures, machine);
        }
    }

    /** {@code create_machine_account.cdc}. */
    void createMachineAccount(Draft draft, FlowAddress signer, Arguments arguments) throws Aborted {
        FlowStakingCollection.borrow(draft, signer);
        FlowAddress machine =
                FlowStakingCollection.createMachineAccount(draft, signer, arguments.string(0));
        if (machine == null) {
            throw Aborted.panic("Could not create a machine account for the node");
        }
        machineKey(arguments, 1).addTo(draft, signatures, machine);
    }

    /** {@code withdraw_from_machine_account.cdc}. */
    static void withdraw(Draft draft, FlowAddress signer, Arguments arguments) throws Aborted {
        FlowStakingCollection.withdraw(draft, signer, arguments.string(0), arguments.ufix64(1));
    }

    /** {@code update_networking_address.cdc}. */
    static void updateAddress(Draft draft, FlowAddress signer, Arguments arguments) throws Aborted {
        FlowStakingCollection.updateAddress(
                draft, signer, arguments.string(0), arguments.string(1));
    }

    /** {@code register_qc_voter.cdc}. */
    static void claimVoter(Draft draft, FlowAddress signer, Arguments arguments) throws Aborted {
        String nodeId = staker(draft, signer);
        save(draft, signer, StoragePaths.VOTER, FlowEpoch.voter(draft, nodeId));
    }

    /** {@code register_dkg_participant.cdc}. */
    static void claimParticipant(Draft draft, FlowAddress signer, Arguments arguments)
            throws Aborted {
        String nodeId = staker(draft, signer);
        save(draft, signer, StoragePaths.PARTICIPANT, FlowEpoch.participant(draft, nodeId));
    }

    private static String staker(Draft draft, FlowAddress signer) throws Aborted {
        Stored.NodeStaker staker =
                draft.account(signer).stored(StoragePaths.STAKER, Stored.NodeStaker.class);
        if (staker == null) {
            throw Aborted.panic("The signer has no node at the path /storage/flowStaker");
        }
        return staker.nodeId();
    }

    /** {@code account.storage.save}: never over something that is there. */
    static void save(Draft draft, FlowAddress owner, String path, Stored value) throws Aborted {
        Account account = draft.account(owner);
        if (account.stored().containsKey(path)) {
            throw Aborted.runtime(
                    "failed to save object: path /storage/"
                            + path
                            + " in account "
                            + owner
                            + " already stores an object");
        }
        draft.put(account.withStored(path, value));
    }

    private static NewKey machineKey(Arguments arguments, int from) {
        return new NewKey(
                arguments.string(from),
                (int) arguments.integer(from + 1),
                (int) arguments.integer(from + 2),
                UFix64.of(AccountKey.FULL_WEIGHT));
    }
}
