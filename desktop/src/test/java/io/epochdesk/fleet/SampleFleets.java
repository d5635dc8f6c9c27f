package io.epochdesk.fleet;

import io.epochdesk.accounts.OnChainAccount;
import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.doctor.Check;
import io.epochdesk.doctor.Consequence;
import io.epochdesk.doctor.Evidence;
import io.epochdesk.doctor.Examination;
import io.epochdesk.doctor.Finding;
import io.epochdesk.doctor.Moment;
import io.epochdesk.doctor.NodeUnderCare;
import io.epochdesk.doctor.Remedy;
import io.epochdesk.doctor.Runway;
import io.epochdesk.doctor.Severity;
import io.epochdesk.fleet.Duty.State;
import io.epochdesk.history.Observations.Balance;
import io.epochdesk.history.Observations.Deed;
import io.epochdesk.history.Observations.KeyState;
import io.epochdesk.history.Observations.KeyUse;
import io.epochdesk.history.OwnNode;
import io.epochdesk.live.Provenance;
import io.epochdesk.live.Reading;
import io.epochdesk.staking.NodeRole;
import io.epochdesk.staking.NodeStanding;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Own nodes in every state, for pages and words. */
public final class SampleFleets {

    /** The moment of all samples. */
    public static final Instant NOW = Scenes.NOW;

    private static final Provenance READ =
            new Provenance("sample-access-1", 98_765_432, NOW.minusSeconds(9), NOW.minusSeconds(8));
    private static final Moment OPENS =
            new Moment(Moment.When.OPENS, 214, NOW.plus(Duration.ofMinutes(312)));

    private SampleFleets() {}

    /** Nothing read yet. */
    public static FleetSnapshot loading() {
        return FleetSnapshot.empty();
    }

    /** A list without a node. */
    public static FleetSnapshot none() {
        return new FleetSnapshot(true, List.of(), List.of(), null, null, null, null);
    }

    /** Five nodes: unfit, at risk, unknown, fit, and one that is not registered yet. */
    public static FleetSnapshot mixed() {
        List<FleetNode> nodes =
                List.of(
                        unfit(),
                        risky(),
                        locked(),
                        node(4, "zurich-1", NodeRole.CONSENSUS, "7.25", List.of(), 40),
                        unregistered());
        return new FleetSnapshot(
                true,
                nodes,
                List.of(
                        new Need(
                                Need.Kind.VOTE_LATE,
                                214,
                                Scenes.node(1),
                                Map.of(
                                        "node",
                                        "berlin-2",
                                        "done",
                                        "11",
                                        "others",
                                        "12",
                                        "over",
                                        "false"),
                                NOW.plus(Duration.ofHours(5))),
                        new Need(
                                Need.Kind.UNFIT,
                                0,
                                Scenes.node(1),
                                Map.of("node", "berlin-2", "check", "DOC-810"),
                                OPENS.at()),
                        new Need(
                                Need.Kind.SETUP_WITHIN_DAY,
                                214,
                                "",
                                Map.of(
                                        "nodes",
                                        "berlin-2, bern-3, hamburg-7",
                                        "count",
                                        "3",
                                        "all",
                                        "5"),
                                OPENS.at())),
                NOW.minusSeconds(8),
                null,
                null,
                null);
    }

    /** Two nodes, both fit. */
    public static FleetSnapshot fit() {
        return new FleetSnapshot(
                true,
                List.of(
                        node(4, "zurich-1", NodeRole.CONSENSUS, "7.25", List.of(), 40),
                        node(6, "hamburg-1", NodeRole.COLLECTION, "0.9", List.of(), 30)),
                List.of(),
                NOW.minusSeconds(8),
                null,
                null,
                null);
    }

    /** The nodes of {@link #fit()}, and this need. */
    public static FleetSnapshot needing(Need need) {
        FleetSnapshot fit = fit();
        return new FleetSnapshot(
                true, fit.nodes(), List.of(need), fit.examinedAt(), null, null, null);
    }

    /** So many nodes. */
    public static FleetSnapshot many(int count) {
        List<FleetNode> nodes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            nodes.add(
                    node(
                            100 + i,
                            "node-%02d".formatted(i),
                            i % 3 == 0 ? NodeRole.CONSENSUS : NodeRole.COLLECTION,
                            "6." + i,
                            List.of(),
                            20));
        }
        return new FleetSnapshot(true, nodes, List.of(), NOW.minusSeconds(8), null, null, null);
    }

    /** The nodes of {@link #mixed()}, examined long ago, while the history cannot be written. */
    public static FleetSnapshot troubled() {
        FleetSnapshot mixed = mixed();
        return new FleetSnapshot(
                true,
                mixed.nodes(),
                mixed.needs(),
                NOW.minus(Duration.ofMinutes(34)),
                new io.epochdesk.fault.HistoryFault(
                        io.epochdesk.fault.HistoryFault.Kind.DISK_FULL,
                        Map.of("file", "mainnet.flow-mainnet.db", "reason", "full"),
                        "test data"),
                NOW.minus(Duration.ofMinutes(3)),
                null);
    }

    private static FleetNode unfit() {
        Finding balance =
                new Finding(
                        Check.BALANCE_LOW,
                        Severity.FAULT,
                        Map.of("balance", "0.19", "minimum", "0.25", "target", "0.75"),
                        List.of(
                                new Evidence(
                                        Evidence.What.BALANCE, "0.19", "0x0a1b2c3d4e5f6071", READ)),
                        new Consequence(Consequence.Kind.CANNOT_VOTE, OPENS),
                        List.of(
                                new Remedy.TopUp(
                                        FlowAddress.of("0a1b2c3d4e5f6071"),
                                        new BigDecimal("0.56"),
                                        new BigDecimal("0.75"))));
        Finding open =
                new Finding(
                        Check.FILE_OPEN,
                        Severity.RISK,
                        Map.of(
                                "file",
                                "/srv/flow/berlin-2/bootstrap/private-root-information/node-machine-account-info.priv.json"),
                        List.of(
                                new Evidence(
                                        Evidence.What.PERMISSIONS,
                                        "rw-r--r--",
                                        "/srv/flow/berlin-2/bootstrap/private-root-information/node-machine-account-info.priv.json",
                                        null)),
                        new Consequence(Consequence.Kind.OTHERS_CAN_ACT, OPENS),
                        List.of(
                                new Remedy.NarrowFile(
                                        "/srv/flow/berlin-2/bootstrap/private-root-information/node-machine-account-info.priv.json")));
        Finding unseen =
                new Finding(
                        Check.RECORD_UNSEEN,
                        Severity.NOTE,
                        Map.of(),
                        List.of(),
                        new Consequence(Consequence.Kind.NONE, OPENS),
                        List.of(new Remedy.TellAccount(Scenes.node(1))));
        return with(
                node(
                        1,
                        "berlin-2",
                        NodeRole.COLLECTION,
                        "0.19",
                        List.of(balance, open, unseen),
                        60),
                List.of(
                        new Duty(
                                Scenes.node(1),
                                214,
                                Deed.VOTE,
                                State.LATE,
                                11,
                                12,
                                NOW.plus(Duration.ofHours(5)))),
                OptionalInt.of(3));
    }

    private static FleetNode risky() {
        Finding runway =
                new Finding(
                        Check.RUNWAY_SHORT,
                        Severity.RISK,
                        Map.of("transactions", "4", "epochs", "1.6"),
                        List.of(
                                new Evidence(
                                        Evidence.What.SPENDING,
                                        "0.00071",
                                        "0x0a1b2c3d4e5f6072",
                                        READ)),
                        new Consequence(Consequence.Kind.MAY_NOT_JOIN_DKG, OPENS),
                        List.of(
                                new Remedy.TopUp(
                                        FlowAddress.of("0a1b2c3d4e5f6072"),
                                        new BigDecimal("3.6"),
                                        new BigDecimal("6"))));
        return with(
                node(2, "bern-3", NodeRole.CONSENSUS, "2.4", List.of(runway), 80),
                List.of(
                        new Duty(Scenes.node(2), 214, Deed.MESSAGE, State.DONE, 108, 109, null),
                        new Duty(Scenes.node(2), 214, Deed.SUBMISSION, State.AHEAD, 0, 109, null)),
                OptionalInt.empty());
    }

    private static FleetNode locked() {
        Finding vault =
                new Finding(
                        Check.VAULT_LOCKED,
                        Severity.UNKNOWN,
                        Map.of(),
                        List.of(),
                        new Consequence(Consequence.Kind.NOT_KNOWN, OPENS),
                        List.of(new Remedy.UnlockVault()));
        return node(3, "hamburg-7", NodeRole.COLLECTION, "0.82", List.of(vault), 50);
    }

    private static FleetNode unregistered() {
        return new FleetNode(
                new OwnNode(
                        Scenes.node(5),
                        "basel-1",
                        OptionalInt.empty(),
                        null,
                        null,
                        null,
                        NOW.minus(Duration.ofDays(1))),
                null,
                List.of(),
                OptionalInt.empty(),
                null,
                List.of());
    }

    private static FleetNode with(FleetNode node, List<Duty> duties, OptionalInt cluster) {
        return new FleetNode(
                node.own(), node.examination(), duties, cluster, node.lastUse(), node.balances());
    }

    private static FleetNode node(
            int number,
            String label,
            NodeRole role,
            String balance,
            List<Finding> findings,
            int looks) {
        FlowAddress account = FlowAddress.of("0a1b2c3d4e5f607" + number % 10);
        BigDecimal amount = new BigDecimal(balance).setScale(8);
        NodeStanding standing = standing(number, label, role);
        OnChainAccount onChain = account(number, role, account, amount);
        return new FleetNode(
                new OwnNode(
                        Scenes.node(number),
                        label,
                        OptionalInt.of(role.number()),
                        null,
                        number == 1 ? "/srv/flow/berlin-2/bootstrap" : null,
                        null,
                        NOW.minus(Duration.ofDays(20))),
                new Examination(
                        NodeUnderCare.of(Scenes.node(number)),
                        account,
                        new Reading<>(standing, READ),
                        new Reading<>(onChain, READ),
                        new Reading<>(Map.of(0, 41L), READ),
                        runway(number),
                        findings),
                List.of(),
                OptionalInt.empty(),
                new KeyState(
                        new KeyUse(
                                account.hex(), 0, 41, NOW.minus(Duration.ofHours(3)), 98_700_000),
                        number != 3),
                balances(account, amount, looks));
    }

    private static @Nullable Runway runway(int number) {
        return number == 3
                ? null
                : new Runway(
                        NOW.minus(Duration.ofDays(14)),
                        12,
                        new BigDecimal("0.00071"),
                        1_240,
                        OptionalDouble.of(31.4));
    }

    private static NodeStanding standing(int number, String label, NodeRole role) {
        BigDecimal zero = BigDecimal.ZERO.setScale(8);
        BigDecimal stake = new BigDecimal(role == NodeRole.COLLECTION ? "250000" : "500000");
        return new NodeStanding(
                Scenes.node(number),
                role,
                label + ".nodes.example:3569",
                "ab".repeat(64),
                "cd".repeat(96),
                stake,
                zero,
                zero,
                zero,
                zero,
                zero,
                stake,
                100,
                true,
                number != 3,
                true,
                true,
                false,
                false);
    }

    private static OnChainAccount account(
            int number, NodeRole role, FlowAddress address, BigDecimal balance) {
        return new OnChainAccount(
                address,
                balance,
                balance,
                new BigDecimal("0.001"),
                1_625,
                100_000,
                List.of(),
                role == NodeRole.COLLECTION ? Scenes.node(number) : null,
                role == NodeRole.CONSENSUS ? Scenes.node(number) : null,
                false,
                1,
                0,
                false);
    }

    /** A balance that falls a little with each look and was topped up once. */
    public static List<Balance> balances(FlowAddress account, BigDecimal last, int looks) {
        List<Balance> all = new ArrayList<>();
        BigDecimal step = new BigDecimal("0.004");
        for (int i = looks; i >= 0; i--) {
            BigDecimal amount = last.add(step.multiply(BigDecimal.valueOf(i)));
            if (i > looks * 2 / 3) {
                amount = amount.subtract(new BigDecimal("0.16")).max(BigDecimal.ZERO);
            }
            all.add(
                    new Balance(
                            account.hex(),
                            NOW.minus(Duration.ofHours(i * 4L)),
                            98_000_000L + (looks - i) * 1_000L,
                            amount));
        }
        return all;
    }
}
