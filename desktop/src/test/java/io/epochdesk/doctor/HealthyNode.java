package io.epochdesk.doctor;

import io.epochdesk.accounts.FeeSchedule;
import io.epochdesk.accounts.OnChainAccount;
import io.epochdesk.accounts.OnChainKey;
import io.epochdesk.cadence.AddressSpace;
import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.epoch.EpochOutlook;
import io.epochdesk.epoch.EpochPhase;
import io.epochdesk.epoch.EpochState;
import io.epochdesk.keys.AccountPrivateKey;
import io.epochdesk.keys.HashAlgorithm;
import io.epochdesk.keys.KeySigner;
import io.epochdesk.keys.SignatureAlgorithm;
import io.epochdesk.live.Provenance;
import io.epochdesk.live.Reading;
import io.epochdesk.staking.NodeRole;
import io.epochdesk.staking.NodeStanding;
import io.epochdesk.staking.StakingCollection;
import io.epochdesk.staking.Standings;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;

/** A node nothing is wrong with, on a chain with mainnet's fees; tests change one thing each. */
final class HealthyNode {

    static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");
    static final FlowAddress ACCOUNT = FlowAddress.of("179b6b1cb6755e31");
    static final FlowAddress OWNER = FlowAddress.of("f3fcd2c1a78f5eee");
    static final String CHAIN = "flow-emulator";
    static final FeeSchedule MAINNET_FEES =
            new FeeSchedule(
                    new BigDecimal("1.0"),
                    new BigDecimal("0.0001"),
                    new BigDecimal("4000.0"),
                    new BigDecimal("0.001"),
                    new BigDecimal("100.0"));

    private static final Provenance PROVENANCE = new Provenance("here", 77, NOW, NOW);

    final String nodeId;
    NodeRole role;
    AccountPrivateKey key = key(1);
    HashAlgorithm hash = HashAlgorithm.SHA3_256;
    int keyIndex;
    @Nullable FlowAddress told = ACCOUNT;
    NodeUnderCare node;
    OnChainAccount account;
    OnChainAccount owner;
    NodeStanding standing;
    boolean registered = true;
    @Nullable FlowAddress recorded = ACCOUNT;
    final Set<Check> silent = EnumSet.noneOf(Check.class);
    FeeSchedule fees = MAINNET_FEES;
    Map<Integer, Long> sequences = new HashMap<>(Map.of(0, 3L));
    Schedule schedule = schedule(EpochPhase.STAKING_AUCTION);

    HealthyNode(NodeRole role) {
        this("aa".repeat(32), role);
    }

    HealthyNode(String nodeId, NodeRole role) {
        this.nodeId = nodeId;
        this.role = role;
        node = NodeUnderCare.of(nodeId).stakedBy(OWNER);
        standing =
                new NodeStanding(
                        nodeId,
                        role,
                        "node.example.com:3569",
                        "cc".repeat(64),
                        "dd".repeat(96),
                        new BigDecimal("600000"),
                        BigDecimal.ZERO,
                        BigDecimal.ZERO,
                        BigDecimal.ZERO,
                        BigDecimal.ZERO,
                        BigDecimal.ZERO,
                        new BigDecimal("600000"),
                        100,
                        true,
                        true,
                        true,
                        true,
                        false,
                        false);
        account = account("6", List.of(onChain(0, key)));
        owner = owner(key(7));
    }

    static AccountPrivateKey key(int number) {
        byte[] seed = new byte[AccountPrivateKey.SEED_LENGTH];
        seed[0] = (byte) number;
        return AccountPrivateKey.ofSeed(SignatureAlgorithm.ECDSA_P256, seed);
    }

    static OnChainKey onChain(int index, AccountPrivateKey key) {
        return new OnChainKey(
                index,
                key.publicKey().hex(),
                key.algorithm(),
                HashAlgorithm.SHA3_256,
                OnChainKey.FULL_WEIGHT,
                false);
    }

    OnChainAccount account(String balance, List<OnChainKey> keys) {
        return new OnChainAccount(
                ACCOUNT,
                new BigDecimal(balance),
                new BigDecimal(balance).subtract(new BigDecimal("0.001")).max(BigDecimal.ZERO),
                new BigDecimal("0.001"),
                1_625,
                new BigDecimal(balance).multiply(new BigDecimal("100000000")).longValue(),
                keys,
                role == NodeRole.COLLECTION ? nodeId : null,
                role == NodeRole.CONSENSUS ? nodeId : null,
                false,
                1,
                0,
                false);
    }

    /** The staking account, with this key. */
    static OnChainAccount owner(AccountPrivateKey key) {
        return new OnChainAccount(
                OWNER,
                BigDecimal.TEN,
                BigDecimal.TEN,
                BigDecimal.ZERO,
                1_000,
                1_000_000,
                List.of(onChain(0, key)),
                null,
                null,
                true,
                1,
                0,
                true);
    }

    static Schedule schedule(EpochPhase phase) {
        EpochState epoch =
                new EpochState(
                        7,
                        phase,
                        1_000,
                        1,
                        5_000,
                        10_000,
                        new EpochState.Config(10_000, 5_000, 1_000, 2),
                        new EpochState.Timing(10_000, 7, NOW.getEpochSecond() + 9_000));
        return new Schedule(
                epoch,
                new EpochOutlook(
                        OptionalDouble.of(1),
                        Duration.ofMinutes(5),
                        List.of(
                                milestone(EpochOutlook.Milestone.Kind.AUCTION_END, 5_000),
                                milestone(EpochOutlook.Milestone.Kind.EPOCH_END, 10_000)),
                        OptionalLong.empty(),
                        null,
                        EpochOutlook.Fallback.NOT_APPLICABLE),
                null);
    }

    private static EpochOutlook.Milestone milestone(EpochOutlook.Milestone.Kind kind, long view) {
        return new EpochOutlook.Milestone(kind, view, NOW.plusSeconds(view - 1_000), false);
    }

    /** The node with its key at hand, unless the test said otherwise. */
    NodeUnderCare node() {
        NodeUnderCare under = node.machineAccount() == null ? node.onAccount(told) : node;
        return under.custody() instanceof KeyCustody.Unseen
                ? under.keptBy(
                        new KeyCustody.AtHand(new KeySigner(CHAIN, key, hash), keyIndex, "a file"))
                : under;
    }

    Answers answers() {
        return new Answers(
                AddressSpace.TRANSIENT,
                read(
                        new Standings(
                                true,
                                Map.of(
                                        NodeRole.COLLECTION,
                                        new BigDecimal("250000"),
                                        NodeRole.CONSENSUS,
                                        new BigDecimal("500000")),
                                registered ? Map.of(nodeId, standing) : Map.of())),
                read(
                        Map.of(
                                OWNER,
                                new StakingCollection(
                                        OWNER,
                                        List.of(nodeId),
                                        recorded == null ? Map.of() : Map.of(nodeId, recorded),
                                        BigDecimal.ZERO,
                                        BigDecimal.ZERO))),
                read(Map.of(account.address(), account, OWNER, owner)),
                read(fees),
                Map.of(account.address(), new Reading<>(Map.copyOf(sequences), PROVENANCE)),
                null,
                schedule);
    }

    static <T> Asked<T> read(T value) {
        return new Asked<>(new Reading<>(value, PROVENANCE), null);
    }

    /** What is found, but for what the test knows to come along. */
    Examination examined() {
        Examination all =
                new Diagnosis(SpendingHistory.NONE)
                        .of(List.of(new Chart(node(), answers())))
                        .getFirst();
        return new Examination(
                all.node(),
                all.machineAccount(),
                all.standing(),
                all.account(),
                all.sequenceNumbers(),
                all.runway(),
                all.findings().stream()
                        .filter(finding -> !silent.contains(finding.check()))
                        .toList());
    }
}
