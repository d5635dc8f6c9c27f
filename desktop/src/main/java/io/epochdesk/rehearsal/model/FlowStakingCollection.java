package io.epochdesk.rehearsal.model;

import static io.epochdesk.cadence.CadenceValues.address;
import static io.epochdesk.cadence.CadenceValues.field;
import static io.epochdesk.cadence.CadenceValues.optional;
import static io.epochdesk.cadence.CadenceValues.string;
import static io.epochdesk.cadence.CadenceValues.uint8;

import io.epochdesk.cadence.FlowAddress;

import org.jspecify.annotations.Nullable;

/** What an operator does with a staking collection: the contract FlowStakingCollection. */
final class FlowStakingCollection {

    private static final String CONTRACT = "FlowStakingCollection";
    private static final String RESOURCE = "FlowStakingCollection.StakingCollection.";
    private static final int COLLECTION = 1;
    private static final int CONSENSUS = 2;

    private FlowStakingCollection() {}

    /** The collection of an account, or the words for none. */
    static Stored.StakingCollection borrow(Draft draft, FlowAddress owner) throws Aborted {
        Stored.StakingCollection collection = of(draft.account(owner));
        if (collection == null) {
            throw Aborted.panic(
                    "The signer does not store a Staking Collection object at the path"
                            + " /storage/stakingCollection. The signer must initialize their"
                            + " account with this object first!");
        }
        return collection;
    }

    /** The collection of an account, or null. */
    static Stored.@Nullable StakingCollection of(@Nullable Account account) {
        return account == null
                ? null
                : account.stored(StoragePaths.COLLECTION, Stored.StakingCollection.class);
    }

    /** {@code addNodeObject}: takes in a node that was registered without a collection. */
    static void addNode(Draft draft, FlowAddress owner, String nodeId) throws Aborted {
        NodeRecord node = draft.world().staking().require(nodeId);
        emitAdded(draft, owner, node.id(), node.role(), node.tokensCommitted());
        long total =
                node.tokensStaked()
                        + node.tokensCommitted()
                        + node.tokensUnstaking()
                        + node.tokensUnstaked();
        put(draft, owner, borrow(draft, owner).withNode(nodeId, node.role(), total));
    }

    /**
     * {@code registerNode}; answers the machine account that was made, or null for roles without.
     */
    static @Nullable FlowAddress registerNode(
            Draft draft,
            StakingSignatures signatures,
            FlowAddress owner,
            NodeRegistration registration,
            long amount)
            throws Aborted {
        borrow(draft, owner);
        VaultMove tokens = tokens(draft, owner, amount);
        FlowIdTableStaking.addNodeRecord(draft, signatures, registration, tokens);
        emitAdded(draft, owner, registration.id(), registration.role(), amount);
        Stored.StakingCollection collection =
                borrow(draft, owner).withNode(registration.id(), registration.role(), amount);
        put(draft, owner, collection);
        return machineAccount(draft, owner, registration.id());
    }

    /** {@code createMachineAccountForExistingNode}; null for roles without. */
    static @Nullable FlowAddress createMachineAccount(Draft draft, FlowAddress owner, String nodeId)
            throws Aborted {
        requireNode(draft, owner, nodeId, "createMachineAccountForExistingNode");
        return machineAccount(draft, owner, nodeId);
    }

    /** {@code withdrawFromMachineAccount}. */
    static void withdraw(Draft draft, FlowAddress owner, String nodeId, long amount)
            throws Aborted {
        requireNode(draft, owner, nodeId, "withdrawFromMachineAccount");
        FlowAddress machine = borrow(draft, owner).machineAccounts().get(nodeId);
        if (machine == null) {
            throw Aborted.panic(
                    RESOURCE
                            + "withdrawFromMachineAccount: Could not find a machine account for"
                            + " the specified node ID "
                            + nodeId
                            + ".");
        }
        FlowTokens.deposit(draft, owner, FlowTokens.withdraw(draft, machine, amount));
    }

    /** {@code updateNetworkingAddress}. */
    static void updateAddress(Draft draft, FlowAddress owner, String nodeId, String address)
            throws Aborted {
        requireNode(draft, owner, nodeId, "updateNetworkingAddress");
        FlowIdTableStaking.updateNetworkingAddress(draft, nodeId, address);
    }

    /** {@code registerMachineAccount}: a new account with the node's Voter or Participant. */
    private static @Nullable FlowAddress machineAccount(
            Draft draft, FlowAddress owner, String nodeId) throws Aborted {
        int role = draft.world().staking().require(nodeId).role();
        if (role != COLLECTION && role != CONSENSUS) {
            return null;
        }
        FlowAddress machine = Accounts.create(draft, owner);
        Capabilities capabilities = new Capabilities(draft, machine);
        capabilities.issue(capabilities.withdrawableVault(), StoragePaths.VAULT);
        if (role == COLLECTION) {
            Stored voter = FlowEpoch.voter(draft, nodeId);
            draft.put(draft.account(machine).withStored(StoragePaths.VOTER, voter));
        } else {
            Stored participant = FlowEpoch.participant(draft, nodeId);
            draft.put(draft.account(machine).withStored(StoragePaths.PARTICIPANT, participant));
        }
        put(draft, owner, borrow(draft, owner).withMachineAccount(nodeId, machine));
        draft.emit(
                CONTRACT,
                "MachineAccountCreated",
                field("nodeID", string(nodeId)),
                field("role", uint8(role)),
                field("address", address(machine)));
        return machine;
    }

    /** {@code getTokens}: from the owner's purse, all but the storage reservation. */
    private static VaultMove tokens(Draft draft, FlowAddress owner, long amount) throws Aborted {
        long reserve = draft.world().storage().minimumReservation();
        long free = UFix64.minus(draft.account(owner).balance(), reserve);
        if (amount > free) {
            throw Aborted.assertion(
                    RESOURCE
                            + "getTokens: Cannot get tokens to stake! The amount of FLOW requested"
                            + " to use, "
                            + UFix64.text(amount)
                            + ", is more than the amount of FLOW, "
                            + UFix64.text(free)
                            + ", in the owner's account.");
        }
        return FlowTokens.withdraw(draft, owner, amount);
    }

    private static void requireNode(Draft draft, FlowAddress owner, String nodeId, String function)
            throws Aborted {
        if (!borrow(draft, owner).nodes().containsKey(nodeId)) {
            throw Aborted.precondition(
                    RESOURCE
                            + function
                            + ": The specified node with ID "
                            + nodeId
                            + " does not exist in the owner's collection. Make sure that the ID"
                            + " you entered corresponds to a node that is controlled by this"
                            + " staking collection.");
        }
    }

    private static void emitAdded(
            Draft draft, FlowAddress owner, String nodeId, int role, long amount) {
        draft.emit(
                CONTRACT,
                "NodeAddedToStakingCollection",
                field("nodeID", string(nodeId)),
                field("role", uint8(role)),
                field("amountCommitted", UFix64.value(amount)),
                field("address", optional(address(owner))));
    }

    private static void put(Draft draft, FlowAddress owner, Stored.StakingCollection collection)
            throws Aborted {
        draft.put(draft.account(owner).withStored(StoragePaths.COLLECTION, collection));
    }
}
