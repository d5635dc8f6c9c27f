package io.epochdesk.rehearsal.play;

import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.keys.AccountPrivateKey;
import io.epochdesk.keys.SignatureAlgorithm;
import io.epochdesk.rehearsal.model.Account;
import io.epochdesk.rehearsal.model.AccountKey;
import io.epochdesk.rehearsal.model.Genesis;
import io.epochdesk.rehearsal.model.GenesisNode;
import io.epochdesk.rehearsal.model.StoragePaths;
import io.epochdesk.rehearsal.model.Stored;
import io.epochdesk.rehearsal.model.UFix64;
import io.epochdesk.rehearsal.model.World;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Everybody who plays: the nodes of the network, the operator's own node where a scenario has one,
 * and the two practice nodes the operator can register. Operator 0 is the one who rehearses.
 */
public final class Cast {

    private static final int OTHERS = 10;
    private static final int PRACTICE = 9_000;
    private static final int SPARE = 9_100;
    private static final long OPERATOR_BALANCE = UFix64.of(2_000_000L);
    private static final long SPARE_BALANCE = UFix64.of(100L);
    private static final long OTHERS_BALANCE = UFix64.of(1_000L);

    private final Seed seed;
    private final Scenario scenario;
    private final Map<String, CastNode> nodes = new HashMap<>();
    private final List<CastNode> staked = new ArrayList<>();
    private final List<CastNode> practice;
    private final List<SpareAccount> spare;
    private final @Nullable CastNode own;

    Cast(Seed seed, Scenario scenario) {
        this.seed = seed;
        this.scenario = scenario;
        CastSize size = scenario.size();
        for (int role = 1; role <= 5; role++) {
            for (int number = 0; number < size.nodes(role); number++) {
                staked.add(add(role, number, size.isSynthetic()));
            }
        }
        this.own = scenario.ownNode() ? add(1, PRACTICE - 1, false) : null;
        this.practice = List.of(add(1, PRACTICE, false), add(2, PRACTICE, false));
        this.spare =
                scenario.practiceAccounts()
                        ? List.of(
                                spare(SpareAccount.Kind.BARE_COLLECTION_NODE, 1, 0),
                                spare(SpareAccount.Kind.BARE_CONSENSUS_NODE, 2, 1),
                                spare(SpareAccount.Kind.WITHOUT_MACHINE_ACCOUNT, 1, 2))
                        : List.of();
    }

    private SpareAccount spare(SpareAccount.Kind kind, int role, int place) {
        return new SpareAccount(kind, OTHERS + 1 + place, add(role, SPARE + place, false));
    }

    /** Accounts whose nodes lack something, where the scenario has them. */
    public List<SpareAccount> spareAccounts() {
        return spare;
    }

    /** The key of a spare account, index 0. */
    public AccountPrivateKey spareKey(SpareAccount account) {
        return operatorKey(account.operator());
    }

    private CastNode add(int role, int number, boolean synthetic) {
        CastNode node = new CastNode(seed, role, number, synthetic);
        nodes.put(node.id(), node);
        return node;
    }

    /** The node of an ID, or null when nobody of the cast has it. */
    @Nullable CastNode node(String id) {
        return nodes.get(id);
    }

    /** The operator's own node from the beginning, where the scenario has one. */
    public @Nullable CastNode own() {
        return own;
    }

    /** The two nodes the operator can register: a collection node, then a consensus node. */
    public List<CastNode> practiceNodes() {
        return practice;
    }

    /** The key of the operator's staking account, index 0. */
    public AccountPrivateKey operatorKey() {
        return operatorKey(0);
    }

    /** The operator's staking account. */
    public FlowAddress operator() {
        return Genesis.operatorAddress(0);
    }

    /** The machine account of a node, as its operator's collection records it, or null. */
    @Nullable FlowAddress machineAccount(World world, CastNode node) {
        for (int operator = 0; operator <= OTHERS + spare.size(); operator++) {
            Account account = world.account(Genesis.operatorAddress(operator));
            Stored.StakingCollection collection =
                    account == null
                            ? null
                            : account.stored(
                                    StoragePaths.COLLECTION, Stored.StakingCollection.class);
            FlowAddress address =
                    collection == null ? null : collection.machineAccounts().get(node.id());
            if (address != null) {
                return address;
            }
        }
        return null;
    }

    /** Enters accounts and nodes into a genesis. */
    void enter(Genesis genesis) {
        genesis.service(standard(serviceKey()), UFix64.of(1_000_000_000L));
        genesis.operator(standard(operatorKey(0)), OPERATOR_BALANCE);
        for (int other = 1; other <= OTHERS; other++) {
            genesis.operator(standard(operatorKey(other)), OTHERS_BALANCE);
        }
        for (SpareAccount account : spare) {
            genesis.operator(standard(operatorKey(account.operator())), SPARE_BALANCE);
            enter(genesis, account);
        }
        List<GenesisNode> entered =
                staked.parallelStream()
                        .map(node -> genesisNode(node, UFix64.of("50.0"), 1 + operator(node)))
                        .toList();
        entered.forEach(genesis::node);
        if (own != null) {
            genesis.node(genesisNode(own, UFix64.of(scenario.ownBalance()), 0));
        }
    }

    private static void enter(Genesis genesis, SpareAccount account) {
        CastNode node = account.node();
        GenesisNode entered =
                new GenesisNode(
                        node.id(),
                        node.role(),
                        node.networkingAddress(),
                        node.networkingPublicKey(),
                        node.stakingPublicKey(),
                        UFix64.of(stake(node.role())),
                        null,
                        0,
                        account.operator());
        if (account.kind() == SpareAccount.Kind.WITHOUT_MACHINE_ACCOUNT) {
            genesis.candidate(entered);
        } else {
            genesis.bareNode(entered);
        }
    }

    private int operator(CastNode node) {
        return Math.floorMod(node.id().hashCode(), OTHERS);
    }

    private static GenesisNode genesisNode(CastNode node, long balance, int operator) {
        boolean hasMachine = node.role() <= 2;
        return new GenesisNode(
                node.id(),
                node.role(),
                node.networkingAddress(),
                node.networkingPublicKey(),
                node.stakingPublicKey(),
                UFix64.of(stake(node.role())),
                hasMachine ? node.machinePublicKey() : null,
                hasMachine ? balance : 0,
                operator);
    }

    /** Minimum stakes at the contracts' deployment. */
    private static long stake(int role) {
        return switch (role) {
            case 1 -> 250_000;
            case 2 -> 500_000;
            case 3 -> 1_250_000;
            case 4 -> 135_000;
            default -> 100;
        };
    }

    private static AccountKey standard(AccountPrivateKey key) {
        try (key) {
            return AccountKey.standard(key.publicKey().hex());
        }
    }

    private AccountPrivateKey serviceKey() {
        return key("service");
    }

    private AccountPrivateKey operatorKey(int operator) {
        return key("operator/" + operator);
    }

    private AccountPrivateKey key(String purpose) {
        return AccountPrivateKey.ofSeed(
                SignatureAlgorithm.ECDSA_P256, seed.bytes(purpose, AccountPrivateKey.SEED_LENGTH));
    }
}
