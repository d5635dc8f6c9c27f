package io.epochdesk.registration;

import io.epochdesk.accounts.OnChainAccount;
import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.doctor.BalanceRule;
import io.epochdesk.registration.Values.Refill;
import io.epochdesk.staking.NodeRole;
import io.epochdesk.staking.NodeStanding;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What must hold of FLOW that is moved. */
final class FundRules {

    private FundRules() {}

    /** Accounts that receive are there, and the purse has what they are sent. */
    static void sending(Inquiry inquiry, List<Refill> refills) {
        List<String> missing = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (Refill refill : refills) {
            sum = sum.add(refill.amount());
            if (!inquiry.chain.accounts().containsKey(refill.account())) {
                missing.add(refill.account().toString());
            }
        }
        inquiry.must(
                Check.RECIPIENT_THERE,
                missing.isEmpty(),
                refills.stream()
                        .map(
                                refill ->
                                        inquiry.told(
                                                "account",
                                                refill.account(),
                                                missing.contains(refill.account().toString())
                                                        ? "none"
                                                        : "getAuthAccount"))
                        .toList(),
                "account",
                String.join(", ", missing));
        covered(inquiry, sum, inquiry.chain.signer().orElse(null));
        AccountRules.fee(inquiry, sum);
    }

    private static void covered(
            Inquiry inquiry,
            BigDecimal amount,
            @org.jspecify.annotations.Nullable OnChainAccount from) {
        BigDecimal available = from == null ? BigDecimal.ZERO : from.available();
        inquiry.must(
                Check.AMOUNT_COVERED,
                amount.compareTo(available) <= 0,
                List.of(
                        inquiry.told(
                                "available", Amounts.text(available), "Account.availableBalance")),
                "amount",
                Amounts.text(amount),
                "available",
                Amounts.text(available));
    }

    /** FLOW taken back from a machine account. */
    static void withdrawing(Inquiry inquiry, FlowAddress machine) {
        OnChainAccount account = inquiry.chain.accounts().get(machine);
        BigDecimal amount = inquiry.values.amount(Field.AMOUNT);
        covered(inquiry, amount, account);
        NodeStanding node = inquiry.chain.table().nodes().get(inquiry.values.text(Field.NODE_ID));
        NodeRole role = node == null ? null : node.role();
        if (account != null && role != null && role.hasMachineAccount()) {
            BigDecimal least =
                    BalanceRule.of(role).minimum().max(inquiry.chain.fees().leastBalance(account));
            BigDecimal left = account.balance().subtract(amount).max(BigDecimal.ZERO);
            inquiry.find(
                    Check.ENOUGH_STAYS,
                    left.compareTo(least) >= 0 ? Verdict.FIT : Verdict.AT_RISK,
                    List.of(
                            inquiry.told(
                                    "balance", Amounts.text(account.balance()), "Account.balance")),
                    "left",
                    Amounts.text(left),
                    "minimum",
                    Amounts.text(least));
        }
    }
}
