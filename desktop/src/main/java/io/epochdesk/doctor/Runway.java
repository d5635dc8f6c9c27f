package io.epochdesk.doctor;

import io.epochdesk.doctor.SpendingHistory.Balance;
import io.epochdesk.doctor.SpendingHistory.KeyUse;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * How long a balance lasts, from what the account really spent.
 *
 * <p>A balance that fell between two looks counts as spent only when the key proposed transactions
 * meanwhile and the fall is no more than their maximum fees: the staking account may withdraw too,
 * and somebody may top up.
 *
 * @param since the first look that counts
 * @param transactions how many transactions the spending was measured over
 * @param perTransaction FLOW a transaction cost on average
 * @param transactionsLeft how many more such transactions are executed before the balance no longer
 *     covers the maximum fee
 * @param epochsLeft for how many epochs that is, at the pace of the past; empty when less than an
 *     epoch was seen
 */
public record Runway(
        Instant since,
        long transactions,
        BigDecimal perTransaction,
        long transactionsLeft,
        OptionalDouble epochsLeft) {

    /** More decimals than a fee has, so that an average does not become nothing. */
    private static final int PRECISE = 12;

    /**
     * The runway of a balance.
     *
     * @param balances the balances seen, oldest first
     * @param uses the sequence numbers seen, oldest first
     * @param spendable what may be spent on fees before a transaction is refused: the balance less
     *     maximum fee and reservation
     * @param maximumFee the most a transaction can cost
     * @param epoch length of an epoch; zero when it is not known
     * @return empty when no spending was seen
     */
    static Optional<Runway> of(
            List<Balance> balances,
            List<KeyUse> uses,
            BigDecimal spendable,
            BigDecimal maximumFee,
            Duration epoch) {
        BigDecimal spent = BigDecimal.ZERO;
        long counted = 0;
        for (int i = 1; i < balances.size(); i++) {
            Balance before = balances.get(i - 1);
            Balance after = balances.get(i);
            long sent = sent(uses, before, after);
            BigDecimal fell = before.amount().subtract(after.amount());
            boolean byFees =
                    fell.signum() > 0
                            && fell.compareTo(maximumFee.multiply(BigDecimal.valueOf(sent))) <= 0;
            if (sent > 0 && byFees) {
                spent = spent.add(fell);
                counted += sent;
            }
        }
        if (counted == 0) {
            return Optional.empty();
        }
        BigDecimal each = spent.divide(BigDecimal.valueOf(counted), PRECISE, RoundingMode.UP);
        long left =
                spendable.signum() < 0
                        ? 0
                        : spendable.divide(each, 0, RoundingMode.DOWN).longValue() + 1;
        Balance first = balances.getFirst();
        Balance last = balances.getLast();
        return Optional.of(
                new Runway(
                        first.at(),
                        counted,
                        each,
                        left,
                        epochs(left, sent(uses, first, last), first.at(), last.at(), epoch)));
    }

    private static OptionalDouble epochs(
            long left, long sent, Instant from, Instant to, Duration epoch) {
        Duration seen = Duration.between(from, to);
        if (epoch.isZero() || sent == 0 || seen.compareTo(epoch) < 0) {
            return OptionalDouble.empty();
        }
        double perEpoch = (double) sent * epoch.toMillis() / seen.toMillis();
        return OptionalDouble.of(left / perEpoch);
    }

    private static long sent(List<KeyUse> uses, Balance from, Balance to) {
        OptionalLong before = sequenceAt(uses, from.height());
        OptionalLong after = sequenceAt(uses, to.height());
        return before.isPresent() && after.isPresent()
                ? Math.max(0, after.getAsLong() - before.getAsLong())
                : 0;
    }

    /** The last sequence number seen up to a height. */
    private static OptionalLong sequenceAt(List<KeyUse> uses, long height) {
        return uses.stream()
                .filter(use -> use.height() <= height)
                .mapToLong(KeyUse::sequence)
                .max();
    }
}
