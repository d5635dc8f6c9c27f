package io.epochdesk.rehearsal.model;

import io.epochdesk.cadence.FlowAddress;

/** The accounts of a {@link Genesis}, in the order of their addresses. */
final class GenesisAccounts {

    private static final long RESERVE = UFix64.of("0.001");

    private PersistentMap<FlowAddress, Account> accounts = PersistentMap.empty();
    private long lastIndex;
    private long total;

    GenesisAccounts(int contracts, AccountKey serviceKey, long serviceBalance) {
        add(serviceBalance, serviceKey);
        for (int i = 1; i < contracts; i++) {
            put(Account.empty(AddressGenerator.address(++lastIndex)).withBalance(RESERVE));
        }
    }

    PersistentMap<FlowAddress, Account> all() {
        return accounts;
    }

    long lastIndex() {
        return lastIndex;
    }

    /** FLOW in all of them. */
    long total() {
        return total;
    }

    void operator(AccountKey key, long balance) {
        add(balance, key);
    }

    /** Makes a node's machine account and enters the node into its operator's collection. */
    void node(GenesisNode node, FlowAddress operator) {
        Account owner = accounts.get(operator);
        if (owner == null) {
            throw new IllegalArgumentException("no operator " + node.operator());
        }
        Stored.StakingCollection collection =
                owner.stored(StoragePaths.COLLECTION, Stored.StakingCollection.class);
        if (collection == null) {
            collection = Stored.StakingCollection.empty();
        }
        collection = collection.withNode(node.id(), node.role(), node.stake());
        if (node.machineKey() != null) {
            Account machine =
                    add(node.machineBalance(), AccountKey.standard(node.machineKey()))
                            .issuing(true);
            machine =
                    node.role() == 1
                            ? machine.withStored(
                                    StoragePaths.VOTER,
                                    new Stored.Voter(node.id(), node.stakingKey()))
                            : machine.withStored(
                                    StoragePaths.PARTICIPANT, new Stored.Participant(node.id()));
            accounts = accounts.with(machine.address(), machine);
            collection = collection.withMachineAccount(node.id(), machine.address());
        }
        accounts = accounts.with(operator, owner.withStored(StoragePaths.COLLECTION, collection));
    }

    /** Stores a node's NodeStaker in its operator's account. */
    void bareNode(GenesisNode node, FlowAddress operator) {
        Account owner = accounts.get(operator);
        if (owner == null) {
            throw new IllegalArgumentException("no operator " + node.operator());
        }
        accounts =
                accounts.with(
                        operator,
                        owner.withStored(StoragePaths.STAKER, new Stored.NodeStaker(node.id())));
    }

    private Account add(long balance, AccountKey key) {
        Account account =
                Account.empty(AddressGenerator.address(++lastIndex))
                        .withKey(key)
                        .withBalance(balance);
        put(account);
        return account;
    }

    private void put(Account account) {
        total += account.balance();
        accounts = accounts.with(account.address(), account);
    }
}
