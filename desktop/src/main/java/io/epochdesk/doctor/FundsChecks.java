package io.epochdesk.doctor;

import io.epochdesk.accounts.FeeSchedule;
import io.epochdesk.accounts.OnChainAccount;
import io.epochdesk.live.Provenance;
import io.epochdesk.staking.NodeRole;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Whether the account can pay: flow-go's minimum, the maximum fee, storage, and for how long. */
final class FundsChecks {

    /** Share of its capacity from which storage is called tight. */
    private static final double TIGHT = 0.8;

    /** Epochs a balance should last. */
    private static final double EPOCHS = 2;

    private FundsChecks() {}

    static void look(Chart chart, @Nullable Runway runway) {
        OnChainAccount account = chart.account().orElse(null);
        NodeRole role = chart.role().orElse(null);
        if (account == null || role == null) {
            return;
        }
        BalanceRule rule = BalanceRule.of(role);
        BigDecimal least =
                chart.fees().map(fees -> fees.leastBalance(account)).orElse(BigDecimal.ZERO);
        // what a balance below the minimum brings with it is not told as well
        if (account.balance().compareTo(rule.minimum()) < 0) {
            belowMinimum(chart, account, rule, least);
            return;
        }
        // what is full is told so, though the FLOW it reserves is missing then, too
        boolean full = account.storageUsed() > account.storageCapacity();
        if (!full && account.balance().compareTo(least) < 0) {
            chart.fees().ifPresent(fees -> maximumFee(chart, account, fees, rule));
            return;
        }
        storage(chart, account, full);
        if (runway != null && !full) {
            runway(chart, account, runway, rule, least);
        }
    }

    private static void belowMinimum(
            Chart chart, OnChainAccount account, BalanceRule rule, BigDecimal least) {
        chart.find(
                Check.BALANCE_LOW,
                Severity.FAULT,
                chart.cannot(),
                Map.of(
                        "balance",
                        plain(account.balance()),
                        "minimum",
                        plain(rule.minimum()),
                        "target",
                        plain(rule.target())),
                List.of(balance(chart, account)),
                topUp(account, rule, least));
    }

    private static void maximumFee(
            Chart chart, OnChainAccount account, FeeSchedule fees, BalanceRule rule) {
        BigDecimal least = fees.leastBalance(account);
        Provenance provenance = Chart.provenance(chart.answers.fees());
        chart.find(
                Check.MAXIMUM_FEE,
                Severity.FAULT,
                chart.cannot(),
                Map.of(
                        "balance",
                        plain(account.balance()),
                        "fee",
                        plain(fees.maximumFee()),
                        "reserved",
                        plain(account.reserved()),
                        "least",
                        plain(least)),
                List.of(
                        balance(chart, account),
                        new Evidence(
                                Evidence.What.MAXIMUM_FEE,
                                plain(fees.maximumFee()),
                                "FlowFees",
                                provenance)),
                topUp(account, rule, least));
    }

    private static void storage(Chart chart, OnChainAccount account, boolean full) {
        if (!full && account.storageUsed() <= TIGHT * account.storageCapacity()) {
            return;
        }
        String used = String.valueOf(account.storageUsed());
        String capacity = String.valueOf(account.storageCapacity());
        chart.find(
                full ? Check.STORAGE_FULL : Check.STORAGE_TIGHT,
                full ? Severity.FAULT : Severity.RISK,
                full ? chart.cannot() : chart.mayNot(),
                Map.of("used", used, "capacity", capacity),
                List.of(
                        chart.onAccount(Evidence.What.STORAGE_USED, used),
                        chart.onAccount(Evidence.What.STORAGE_CAPACITY, capacity)),
                new Remedy.TopUp(
                        account.address(),
                        account.reserved().multiply(BigDecimal.TWO),
                        account.balance().add(account.reserved().multiply(BigDecimal.TWO))));
    }

    private static void runway(
            Chart chart,
            OnChainAccount account,
            Runway runway,
            BalanceRule rule,
            BigDecimal least) {
        double epochs = runway.epochsLeft().orElse(Double.MAX_VALUE);
        if (epochs < EPOCHS) {
            chart.find(
                    Check.RUNWAY_SHORT,
                    Severity.RISK,
                    chart.mayNot(),
                    Map.of(
                            "transactions",
                            String.valueOf(runway.transactionsLeft()),
                            "epochs",
                            plain(BigDecimal.valueOf(Math.floor(epochs * 10) / 10))),
                    List.of(
                            balance(chart, account),
                            chart.onAccount(
                                    Evidence.What.SPENDING, plain(runway.perTransaction()))),
                    topUp(account, rule, least));
        }
    }

    private static Evidence balance(Chart chart, OnChainAccount account) {
        return chart.onAccount(Evidence.What.BALANCE, plain(account.balance()));
    }

    /** To flow-go's target, or to what the maximum fee needs where that is more. */
    private static Remedy topUp(OnChainAccount account, BalanceRule rule, BigDecimal least) {
        BigDecimal target = rule.target().max(least);
        return new Remedy.TopUp(
                account.address(), target.subtract(account.balance()).max(BigDecimal.ZERO), target);
    }

    /** With as many decimals as it needs. */
    static String plain(BigDecimal amount) {
        return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
    }
}
