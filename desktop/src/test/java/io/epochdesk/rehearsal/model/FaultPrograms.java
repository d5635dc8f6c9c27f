package io.epochdesk.rehearsal.model;

import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.cadence.Program;

import java.util.Map;

/**
 * The transactions with which the tests make things go wrong for a node, for a rehearsal: what an
 * operator or the holder of a machine account's key can do on any chain.
 */
public final class FaultPrograms {

    private FaultPrograms() {}

    /** A catalogue with these transactions, and those that drive an emulator. */
    public static ProgramCatalogue addedTo(
            ProgramCatalogue catalogue, StakingSignatures signatures) {
        Map<String, OwnTransaction.Deed> deeds =
                Map.of(
                        "move_resource", FaultPrograms::move,
                        "remove_node", FaultPrograms::remove,
                        "request_unstaking", FaultPrograms::unstake,
                        "lend_account", FaultPrograms::lendAccount,
                        "lend_vault", FaultPrograms::lendVault,
                        "next_staking", FaultPrograms::nextStaking,
                        "fill_storage", FaultPrograms::fillStorage,
                        "storage_price", FaultPrograms::storagePrice);
        ProgramCatalogue all = DriverPrograms.addedTo(catalogue, signatures);
        for (Map.Entry<String, OwnTransaction.Deed> deed : deeds.entrySet()) {
            Program program = DriverPrograms.program(deed.getKey());
            all = all.with(program, new OwnTransaction(program, deed.getValue()));
        }
        return all;
    }

    private static void move(Draft draft, FlowAddress signer, Arguments arguments) throws Aborted {
        String path = arguments.string(0);
        Stored moved = draft.account(signer).stored(path, Stored.class);
        if (moved == null) {
            throw Aborted.nil();
        }
        draft.put(draft.account(signer).withoutStored(path).withStored("elsewhere", moved));
    }

    private static void remove(Draft draft, FlowAddress signer, Arguments arguments)
            throws Aborted {
        String nodeId = arguments.string(0);
        Stored.StakingCollection collection = FlowStakingCollection.borrow(draft, signer);
        draft.put(
                draft.account(signer)
                        .withStored(
                                StoragePaths.COLLECTION,
                                new Stored.StakingCollection(
                                        collection.nodes().without(nodeId),
                                        collection.machineAccounts().without(nodeId),
                                        collection.unlockedTokensUsed()))
                        .withStored(StoragePaths.STAKER, new Stored.NodeStaker(nodeId)));
    }

    /** What is committed only is given back at once, what is staked is asked for. */
    private static void unstake(Draft draft, FlowAddress signer, Arguments arguments)
            throws Aborted {
        StakingTable table = draft.world().staking();
        NodeRecord node = table.require(arguments.string(0));
        long amount = arguments.ufix64(1);
        long atOnce = Math.min(amount, node.tokensCommitted());
        StakingChange change = table.change();
        change.put(
                node.with(
                        node.tokensStaked(),
                        UFix64.minus(node.tokensCommitted(), atOnce),
                        node.tokensUnstaking(),
                        node.tokensUnstaked() + atOnce,
                        node.requestedToUnstake() + amount - atOnce,
                        node.weight()));
        draft.set(draft.world().with(change.table()));
    }

    private static void lendAccount(Draft draft, FlowAddress signer, Arguments arguments)
            throws Aborted {
        change(draft, signer, 1, 0);
    }

    private static void nextStaking(Draft draft, FlowAddress signer, Arguments arguments)
            throws Aborted {
        StakingAuction.end(draft);
        StakingAuction.moveTokens(draft, arguments.integer(0));
    }

    private static void fillStorage(Draft draft, FlowAddress signer, Arguments arguments)
            throws Aborted {
        change(draft, signer, 0, 128 << 10);
    }

    /** Adds account capabilities and bytes of storage to an account. */
    private static void change(Draft draft, FlowAddress of, int lent, long bytes) throws Aborted {
        Account account = draft.account(of);
        draft.put(
                new Account(
                        account.address(),
                        account.balance(),
                        account.keys(),
                        account.stored(),
                        account.capabilities() + lent,
                        account.withdrawals(),
                        account.accountCapabilities() + lent,
                        account.storageUsed() + bytes));
    }

    private static void storagePrice(Draft draft, FlowAddress signer, Arguments arguments)
            throws Aborted {
        World world = draft.world();
        draft.set(
                new World(
                        world.chainId(),
                        world.contracts(),
                        world.accounts(),
                        world.lastAddressIndex(),
                        world.epoch(),
                        world.quorum(),
                        world.dkg(),
                        world.staking(),
                        world.fees(),
                        world.feeVault(),
                        new StorageParameters(
                                arguments.ufix64(0), world.storage().minimumReservation()),
                        world.supply(),
                        world.lastUuid()));
    }

    private static void lendVault(Draft draft, FlowAddress signer, Arguments arguments)
            throws Aborted {
        Capabilities capabilities = new Capabilities(draft, signer);
        capabilities.issue(capabilities.withdrawableVault(), StoragePaths.VAULT);
    }
}
