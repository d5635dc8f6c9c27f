package io.epochdesk.doctor;

import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.epoch.EpochState;
import io.epochdesk.keys.bootstrap.PublicNodeInfo;
import io.epochdesk.staking.NodeStanding;
import io.epochdesk.staking.Standings;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** The node in the node table, and its machine account in its owner's staking collection. */
final class StakingChecks {

    private static final String NO = "false";

    private StakingChecks() {}

    static void table(Chart chart) {
        Standings standings = chart.answers.standings().value().orElse(null);
        if (standings == null) {
            return;
        }
        NodeStanding standing = chart.standing().orElse(null);
        if (standing == null) {
            chart.find(
                    Check.NOT_REGISTERED,
                    Severity.FAULT,
                    chart.dropsOut(),
                    Map.of(),
                    List.of(chart.inTable(Evidence.What.NODE, "")),
                    new Remedy.Register(chart.node.nodeId()));
            return;
        }
        nextEpoch(chart, standings, standing);
        thisEpoch(chart, standing);
        PublicNodeInfo info = chart.node.info();
        if (info != null) {
            registered(chart, standing, info);
        }
    }

    /** The first reason why it would not be part of the next epoch. */
    private static void nextEpoch(Chart chart, Standings standings, NodeStanding standing) {
        if (standing.proposed()) {
            return;
        }
        Consequence dropsOut = chart.dropsOut();
        BigDecimal minimum = standings.minimums().getOrDefault(standing.role(), BigDecimal.ZERO);
        BigDecimal requested = standing.tokensRequestedToUnstake();
        boolean enough = standing.stakeNextEpoch().compareTo(minimum) >= 0;
        if (!enough && requested.signum() > 0) {
            chart.find(
                    Check.LEAVING,
                    Severity.FAULT,
                    dropsOut,
                    Map.of("requested", FundsChecks.plain(requested)),
                    List.of(chart.inTable(Evidence.What.REQUESTED, FundsChecks.plain(requested))),
                    new Remedy.StakeMore(
                            chart.node.nodeId(), minimum.subtract(standing.stakeNextEpoch())));
        } else if (!enough) {
            BigDecimal missing = minimum.subtract(standing.stakeNextEpoch());
            chart.find(
                    Check.STAKE_LOW,
                    Severity.FAULT,
                    dropsOut,
                    Map.of(
                            "stake",
                            FundsChecks.plain(standing.stakeNextEpoch()),
                            "minimum",
                            FundsChecks.plain(minimum),
                            "missing",
                            FundsChecks.plain(missing)),
                    List.of(
                            chart.inTable(
                                    Evidence.What.STAKE,
                                    FundsChecks.plain(standing.stakeNextEpoch()))),
                    new Remedy.StakeMore(chart.node.nodeId(), missing));
        } else if (!standing.approved()) {
            chart.find(
                    Check.NOT_APPROVED,
                    Severity.FAULT,
                    dropsOut,
                    Map.of(),
                    List.of(chart.inTable(Evidence.What.APPROVED, NO)),
                    new Remedy.AskForApproval(chart.node.nodeId()));
        } else {
            chart.find(
                    Check.NOT_PROPOSED,
                    Severity.FAULT,
                    dropsOut,
                    Map.of(),
                    List.of(chart.inTable(Evidence.What.PROPOSED, NO)),
                    new Remedy.AskForApproval(chart.node.nodeId()));
        }
    }

    private static void thisEpoch(Chart chart, NodeStanding standing) {
        EpochState epoch = chart.answers.schedule().epoch();
        if (!standing.staked()) {
            chart.note(
                    Check.NOT_STAKED,
                    Map.of("epoch", epoch == null ? "?" : String.valueOf(epoch.counter())),
                    List.of(chart.inTable(Evidence.What.STAKED, NO)));
        } else if (standing.weight() == 0) {
            chart.find(
                    Check.NO_WEIGHT,
                    Severity.RISK,
                    chart.mayNot(),
                    Map.of(),
                    List.of(chart.inTable(Evidence.What.WEIGHT, "0")));
        }
    }

    private static void registered(Chart chart, NodeStanding standing, PublicNodeInfo info) {
        if (!info.role().equalsIgnoreCase(standing.role().name())) {
            differs(
                    chart,
                    Check.REGISTERED_ROLE_DIFFERS,
                    Severity.FAULT,
                    "Role",
                    info.role(),
                    standing.role().name());
        }
        if (!info.stakingKey().equals(standing.stakingKey())) {
            differs(
                    chart,
                    Check.REGISTERED_KEY_DIFFERS,
                    Severity.FAULT,
                    "StakingPubKey",
                    info.stakingKey(),
                    standing.stakingKey());
        }
        if (!info.networkingKey().equals(standing.networkingKey())) {
            differs(
                    chart,
                    Check.REGISTERED_KEY_DIFFERS,
                    Severity.FAULT,
                    "NetworkPubKey",
                    info.networkingKey(),
                    standing.networkingKey());
        }
        if (!info.address().equalsIgnoreCase(standing.networkingAddress())) {
            differs(
                    chart,
                    Check.REGISTERED_ADDRESS_DIFFERS,
                    Severity.RISK,
                    "Address",
                    info.address(),
                    standing.networkingAddress());
        }
    }

    private static void differs(
            Chart chart,
            Check check,
            Severity severity,
            String field,
            String local,
            String onChain) {
        String folder = chart.node.folder() == null ? "" : chart.node.folder();
        chart.find(
                check,
                severity,
                severity == Severity.FAULT ? chart.cannot() : chart.mayNot(),
                Map.of("field", field, "local", local, "chain", onChain),
                List.of(
                        new Evidence(Evidence.What.FIELD, local, folder, null),
                        chart.inTable(Evidence.What.FIELD, onChain)),
                new Remedy.CorrectFile(folder, field, onChain));
    }

    static void record(Chart chart) {
        FlowAddress owner = chart.node.stakingAccount();
        if (owner == null) {
            // The node's duty does not depend on it.
            chart.note(Check.RECORD_UNSEEN, Map.of(), List.of());
            return;
        }
        if (chart.answers.collections().reading() == null) {
            return;
        }
        FlowAddress used = chart.node.machineAccount();
        if (chart.recorded().isEmpty()) {
            chart.find(
                    Check.RECORD_MISSING,
                    Severity.RISK,
                    chart.consequence(Consequence.Kind.OWNER_IS_LOCKED_OUT),
                    Map.of("owner", owner.toString()),
                    List.of(inCollection(chart, owner, "")),
                    new Remedy.TellAccount(chart.node.nodeId()));
        } else if (used != null && !chart.recorded().get().equals(used) && !isExplained(chart)) {
            FlowAddress record = chart.recorded().get();
            chart.find(
                    Check.RECORD_DIFFERS,
                    Severity.RISK,
                    chart.consequence(Consequence.Kind.OWNER_IS_LOCKED_OUT),
                    Map.of(
                            "owner",
                            owner.toString(),
                            "record",
                            record.toString(),
                            "address",
                            used.toString()),
                    List.of(inCollection(chart, owner, record.toString())),
                    new Remedy.CorrectFile(
                            chart.node.folder() == null ? "" : chart.node.folder(),
                            "Address",
                            record.hex()),
                    new Remedy.TellAccount(chart.node.nodeId()));
        }
    }

    /** With a wrong address in its file a node cannot have the account on record. */
    private static boolean isExplained(Chart chart) {
        return chart.has(Check.OTHER_NETWORK)
                || chart.has(Check.ACCOUNT_MISSING)
                || chart.has(Check.RESOURCE_OF_OTHER);
    }

    private static Evidence inCollection(Chart chart, FlowAddress owner, String value) {
        return new Evidence(
                Evidence.What.RECORD,
                value,
                owner.toString(),
                Chart.provenance(chart.answers.collections()));
    }
}
