package io.epochdesk.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.doctor.SpendingHistory.Balance;
import io.epochdesk.doctor.SpendingHistory.KeyUse;
import io.epochdesk.staking.NodeRole;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class RunwayTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration WEEK = Duration.ofDays(7);
    private static final BigDecimal MAXIMUM = new BigDecimal("0.40006");

    private final List<Balance> balances = new ArrayList<>();
    private final List<KeyUse> uses = new ArrayList<>();

    @Test
    void isWhatIsLeftOverWhatATransactionCost() {
        look(0, "1.0", 10);
        look(7, "0.9", 20);
        look(14, "0.8", 30);
        Runway runway = runway("0.45").orElseThrow();
        assertThat(runway.transactions()).isEqualTo(20);
        assertThat(runway.perTransaction()).isEqualByComparingTo("0.01");
        // the last one may leave just the maximum fee
        assertThat(runway.transactionsLeft()).isEqualTo(46);
        assertThat(runway.epochsLeft()).hasValue(4.6);
    }

    @Test
    void doesNotTakeAWithdrawalForSpending() {
        look(0, "5.0", 10);
        look(1, "1.0", 10);
        assertThat(runway("0.5")).isEmpty();
        look(2, "0.98", 12);
        assertThat(runway("0.5").orElseThrow().perTransaction()).isEqualByComparingTo("0.01");
        look(3, "0.1", 13);
        // more than one transaction can cost: somebody withdrew meanwhile
        assertThat(runway("0.5").orElseThrow().transactions()).isEqualTo(2);
    }

    @Test
    void doesNotLetATopUpHideSpending() {
        look(0, "1.0", 10);
        look(1, "0.9", 20);
        look(2, "5.9", 20);
        look(3, "5.8", 30);
        assertThat(runway("5.0").orElseThrow().perTransaction()).isEqualByComparingTo("0.01");
    }

    @Test
    void saysNothingOfEpochsBeforeOneWasSeen() {
        look(0, "1.0", 10);
        look(6, "0.9", 20);
        assertThat(runway("0.5").orElseThrow().epochsLeft()).isEmpty();
    }

    @Test
    void isNothingWhereTransactionsAreFree() {
        look(0, "1.0", 10);
        look(7, "1.0", 20);
        assertThat(runway("0.5")).isEmpty();
    }

    @Test
    void isNothingWithoutAPast() {
        assertThat(runway("0.5")).isEmpty();
        look(0, "1.0", 10);
        assertThat(runway("0.5")).isEmpty();
    }

    @Test
    void isZeroWhenTheNextTransactionIsRefused() {
        look(0, "1.0", 10);
        look(7, "0.9", 20);
        assertThat(runway("-0.00000001").orElseThrow().transactionsLeft()).isZero();
        assertThat(runway("0").orElseThrow().transactionsLeft()).isEqualTo(1);
    }

    @Test
    void isToldWhenItLastsForLessThanTwoEpochs() {
        HealthyNode node = new HealthyNode(NodeRole.COLLECTION);
        node.account = node.account("0.42", node.account.keys());
        // an epoch of that chain lasts 10,000 s
        look(0, "1.0", 10);
        look(1, "0.9", 310);
        assertThat(examined(node).verdict()).isEqualTo(Verdict.AT_RISK);
        assertThat(examined(node).findings())
                .extracting(Finding::check)
                .containsExactly(Check.RUNWAY_SHORT);
        node.account = node.account("0.45", node.account.keys());
        assertThat(examined(node).verdict()).isEqualTo(Verdict.FIT);
    }

    private Examination examined(HealthyNode node) {
        return new Diagnosis(
                        new SpendingHistory() {
                            @Override
                            public List<Balance> balances(FlowAddress account) {
                                return balances;
                            }

                            @Override
                            public List<KeyUse> keyUses(FlowAddress account, int keyIndex) {
                                return uses;
                            }
                        })
                .of(List.of(new Chart(node.node(), node.answers())))
                .getFirst();
    }

    private Optional<Runway> runway(String spendable) {
        return Runway.of(balances, uses, new BigDecimal(spendable), MAXIMUM, WEEK);
    }

    private void look(int day, String balance, long sequence) {
        Instant at = START.plus(Duration.ofDays(day));
        long height = 1_000L + day;
        balances.add(new Balance(at, height, new BigDecimal(balance)));
        uses.add(new KeyUse(at, height, sequence));
    }
}
