package io.epochdesk.rehearsal.model;

import io.epochdesk.cadence.FlowAddress;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The world a rehearsal begins with: contracts deployed at the emulator's addresses, nodes staked
 * and approved, their machine accounts made, an auction open. Without any call it is what a fresh
 * emulator is.
 */
public final class Genesis {

    /** Accounts of the contracts: service, FungibleToken, FlowToken, FlowFees. */
    private static final int CONTRACT_ACCOUNTS = 4;

    private static final String FIRST_SEED = "00000000000000000000000000000000";

    private String chainId = "flow-emulator";
    private EpochConfig config = new EpochConfig(100, 10, 10, 3, 5);
    private EpochTiming timing = new EpochTiming(100, 0, 1_545_258_850L);
    private long counter;
    private long startView;
    private FeeParameters fees = FeeParameters.none();
    private boolean automaticRewards;
    private long payout;
    private long safePercentage = DistributedKeyGeneration.NO_PERCENTAGE;
    private AccountKey serviceKey = AccountKey.standard("0".repeat(128));
    private long serviceBalance = UFix64.of(1_000_000_000L);
    private final List<AccountKey> operatorKeys = new ArrayList<>();
    private final List<Long> operatorBalances = new ArrayList<>();
    private final List<GenesisNode> nodes = new ArrayList<>();
    private final List<GenesisNode> candidates = new ArrayList<>();
    private final List<GenesisNode> bareNodes = new ArrayList<>();

    /** The chain's ID. */
    public Genesis chainId(String id) {
        chainId = id;
        return this;
    }

    /** Lengths of the epoch, of its parts, and the number of clusters. */
    public Genesis config(EpochConfig epochConfig) {
        config = epochConfig;
        return this;
    }

    /** When epochs are meant to end. */
    public Genesis timing(EpochTiming epochTiming) {
        timing = epochTiming;
        return this;
    }

    /** The first epoch's counter and first view. */
    public Genesis epoch(long firstCounter, long firstView) {
        counter = firstCounter;
        startView = firstView;
        return this;
    }

    /** What transactions cost. */
    public Genesis fees(FeeParameters parameters) {
        fees = parameters;
        return this;
    }

    /** Whether the heartbeat pays rewards, and how much an epoch, as a {@link UFix64}. */
    public Genesis rewards(boolean automatic, long epochPayout) {
        automaticRewards = automatic;
        payout = epochPayout;
        return this;
    }

    /** The DKG's safe threshold, such as 0.7, as a {@link UFix64}. */
    public Genesis safeThreshold(long percentage) {
        safePercentage = percentage;
        return this;
    }

    /** The service account's key and its FLOW, as a {@link UFix64}. */
    public Genesis service(AccountKey key, long balance) {
        serviceKey = key;
        serviceBalance = balance;
        return this;
    }

    /**
     * One more operator account, with a staking collection when a node of it is given. Its address
     * is {@link #operatorAddress}.
     */
    public Genesis operator(AccountKey key, long balance) {
        operatorKeys.add(key);
        operatorBalances.add(balance);
        return this;
    }

    /** One more node that takes part. */
    public Genesis node(GenesisNode node) {
        nodes.add(node);
        return this;
    }

    /**
     * One more node that has committed its stake in this auction and is not approved, in its
     * operator's collection and without machine account.
     */
    public Genesis candidate(GenesisNode node) {
        candidates.add(node);
        return this;
    }

    /** The same without a staking collection: the operator's account stores its NodeStaker. */
    public Genesis bareNode(GenesisNode node) {
        bareNodes.add(node);
        return this;
    }

    /** The address of an operator, in the order they were given, from 0. */
    public static FlowAddress operatorAddress(int operator) {
        return AddressGenerator.address(CONTRACT_ACCOUNTS + 1L + operator);
    }

    /** The world. */
    public World world() {
        GenesisAccounts accounts =
                new GenesisAccounts(CONTRACT_ACCOUNTS, serviceKey, serviceBalance);
        for (int i = 0; i < operatorKeys.size(); i++) {
            accounts.operator(operatorKeys.get(i), operatorBalances.get(i));
        }
        StakingChange staking = StakingTable.empty().change();
        staking.payout = payout;
        PersistentMap<String, Boolean> voters = PersistentMap.empty();
        PersistentMap<String, Boolean> participants = PersistentMap.empty();
        for (GenesisNode node : nodes) {
            stake(staking, node.record());
            accounts.node(node, operatorAddress(node.operator()));
            if (node.machineKey() != null && node.role() == 1) {
                voters = voters.with(node.id(), true);
            } else if (node.machineKey() != null && node.role() == 2) {
                participants = participants.with(node.id(), true);
            }
        }
        for (GenesisNode node : candidates) {
            commit(staking, node);
            accounts.node(node, operatorAddress(node.operator()));
        }
        for (GenesisNode node : bareNodes) {
            commit(staking, node);
            accounts.bareNode(node, operatorAddress(node.operator()));
        }
        StakingTable table = staking.table();
        return new World(
                chainId,
                Map.copyOf(Contracts.emulator()),
                accounts.all(),
                accounts.lastIndex(),
                firstEpoch(),
                new ClusterVoting(false, List.of(), voters, PersistentMap.empty()),
                DistributedKeyGeneration.claimed(participants, safePercentage),
                table,
                fees,
                0,
                StorageParameters.mainnet(),
                accounts.total()
                        + table.totalStaked().stream().mapToLong(each -> each).sum()
                        + committed(),
                0);
    }

    private long committed() {
        return Stream.concat(candidates.stream(), bareNodes.stream())
                .mapToLong(GenesisNode::stake)
                .sum();
    }

    private static void commit(StakingChange staking, GenesisNode node) {
        staking.put(node.committed());
        staking.movesPending = staking.movesPending.with(node.id(), true);
        staking.candidates = staking.candidates.with(node.id(), node.role());
        claim(staking, node.committed());
    }

    private static void claim(StakingChange staking, NodeRecord node) {
        staking.claims =
                staking.claims
                        .with(node.networkingAddress(), true)
                        .with(node.networkingKey(), true)
                        .with(node.stakingKey(), true);
    }

    private static void stake(StakingChange staking, NodeRecord node) {
        staking.put(node);
        staking.approved = staking.approved.with(node.id(), true);
        staking.participants = staking.participants.with(node.id(), true);
        claim(staking, node);
        staking.addStaked(node.role(), node.tokensStaked());
        int role = node.role() - 1;
        staking.roleCounts.set(role, staking.roleCounts.get(role) + 1);
    }

    private Epoch firstEpoch() {
        EpochMetadata first =
                EpochMetadata.proposed(
                                counter,
                                FIRST_SEED,
                                startView,
                                startView + config.viewsInEpoch() - 1,
                                startView + config.viewsInStakingAuction() - 1,
                                List.of())
                        .withRewards(payout, List.of());
        return new Epoch(
                counter,
                EpochPhase.STAKING_AUCTION,
                PersistentMap.<Long, EpochMetadata>empty().with(counter, first),
                config,
                timing,
                automaticRewards);
    }
}
