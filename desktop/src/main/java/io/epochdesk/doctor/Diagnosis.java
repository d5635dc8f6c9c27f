package io.epochdesk.doctor;

import io.epochdesk.accounts.FeeSchedule;
import io.epochdesk.accounts.OnChainAccount;
import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.doctor.Finding.Part;
import io.epochdesk.fault.Fault;
import io.epochdesk.live.Reading;
import io.epochdesk.staking.NodeRole;
import io.epochdesk.staking.NodeStanding;
import io.epochdesk.staking.Standings;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Draws conclusions from charts.
 *
 * @param past what machine accounts spent
 */
record Diagnosis(SpendingHistory past) {

    /** What these charts say of their nodes, in their order. */
    List<Examination> of(List<Chart> charts) {
        SharingChecks.look(charts);
        return charts.stream().map(this::examined).toList();
    }

    private Examination examined(Chart chart) {
        unread(chart);
        StakingChecks.table(chart);
        Runway runway = null;
        if (chart.role().map(NodeRole::hasMachineAccount).orElse(true)) {
            FileChecks.look(chart);
            AccountChecks.look(chart);
            KeyChecks.look(chart);
            runway = runway(chart);
            FundsChecks.look(chart, runway);
            StakingChecks.record(chart);
        } else {
            role(chart);
        }
        return new Examination(
                chart.node,
                chart.address().orElse(null),
                standing(chart),
                account(chart),
                chart.address().map(at -> chart.answers.sequences().get(at)).orElse(null),
                runway,
                chart.findings());
    }

    /** flow-go calls any other role with a machine account misconfigured. */
    private static void role(Chart chart) {
        if (chart.address().isPresent()) {
            chart.find(
                    Check.ROLE,
                    Severity.FAULT,
                    chart.consequence(Consequence.Kind.NONE),
                    Map.of("role", chart.role().map(Enum::name).orElse("?")),
                    List.of(
                            chart.inTable(
                                    Evidence.What.ROLE, chart.role().map(Enum::name).orElse("?"))));
        }
    }

    private static void unread(Chart chart) {
        Answers answers = chart.answers;
        unread(chart, Part.NODE_TABLE, answers.standings().fault(), Severity.UNKNOWN);
        unread(chart, Part.MACHINE_ACCOUNT, answers.accounts().fault(), Severity.UNKNOWN);
        unread(chart, Part.FEES, answers.fees().fault(), Severity.UNKNOWN);
        if (chart.node.stakingAccount() != null) {
            unread(chart, Part.COLLECTION, answers.collections().fault(), Severity.UNKNOWN);
        }
        // without it only the time is missing
        unread(chart, Part.EPOCH, answers.schedule().fault(), Severity.NOTE);
    }

    /** Tells of a part that could not be read. */
    static void unread(Chart chart, Part part, @Nullable Fault fault, Severity severity) {
        if (fault != null) {
            chart.find(
                    Check.NOT_READ,
                    severity,
                    chart.consequence(
                            severity == Severity.NOTE
                                    ? Consequence.Kind.NONE
                                    : Consequence.Kind.NOT_KNOWN),
                    Map.of("part", part.name(), "fault", fault.code()),
                    List.of(),
                    new Remedy.LookAgain());
        }
    }

    private @Nullable Runway runway(Chart chart) {
        OnChainAccount account = chart.account().orElse(null);
        FeeSchedule fees = chart.fees().orElse(null);
        if (account == null || fees == null) {
            return null;
        }
        BigDecimal spendable = account.balance().subtract(fees.leastBalance(account));
        return Runway.of(
                        past.balances(account.address()),
                        past.keyUses(account.address(), chart.keyIndex()),
                        spendable,
                        fees.maximumFee(),
                        chart.answers.schedule().epochLength())
                .orElse(null);
    }

    private static @Nullable Reading<NodeStanding> standing(Chart chart) {
        Reading<Standings> all = chart.answers.standings().reading();
        Optional<NodeStanding> one = chart.standing();
        return all == null || one.isEmpty() ? null : new Reading<>(one.get(), all.provenance());
    }

    private static @Nullable Reading<OnChainAccount> account(Chart chart) {
        Reading<Map<FlowAddress, OnChainAccount>> all = chart.answers.accounts().reading();
        Optional<OnChainAccount> one = chart.account();
        return all == null || one.isEmpty() ? null : new Reading<>(one.get(), all.provenance());
    }
}
