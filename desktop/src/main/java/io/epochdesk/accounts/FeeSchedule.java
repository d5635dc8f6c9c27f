package io.epochdesk.accounts;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What a transaction and storage cost at present, in FLOW: {@code FlowFees.getFeeParameters} and
 * {@code FlowStorageFees}.
 *
 * @param surgeFactor multiplies every fee
 * @param inclusionEffortCost for being in a block
 * @param executionEffortCost for one whole of execution effort, which is 10⁸ computation units
 * @param minimumReservation what every account must keep
 * @param megabytesPerFlow storage that one FLOW reserves, in megabytes of a million bytes
 */
public record FeeSchedule(
        BigDecimal surgeFactor,
        BigDecimal inclusionEffortCost,
        BigDecimal executionEffortCost,
        BigDecimal minimumReservation,
        BigDecimal megabytesPerFlow) {

    /**
     * The compute limit of the transactions a node sends (flow-go {@code module/epochs}, {@code
     * module/dkg}: 9999).
     */
    public static final int NODE_COMPUTE_LIMIT = 9_999;

    private static final int SCALE = 8;

    /**
     * The fee of a transaction: {@code FlowFees.computeFees} with an inclusion effort of 1.
     *
     * @param computation computation units
     */
    public BigDecimal fee(int computation) {
        BigDecimal effort = BigDecimal.valueOf(computation, SCALE);
        BigDecimal execution =
                effort.multiply(executionEffortCost).setScale(SCALE, RoundingMode.DOWN);
        return surgeFactor
                .multiply(inclusionEffortCost.add(execution))
                .setScale(SCALE, RoundingMode.DOWN);
    }

    /**
     * What a transaction of a node may cost at most. Before any fee is taken, the chain checks that
     * the payer's balance less this still covers its storage (flow-go {@code
     * fvm/transactionStorageLimiter.go}; FlowStorageFees, {@code
     * getAccountsCapacityForTransactionStorageCheck}).
     */
    public BigDecimal maximumFee() {
        return fee(NODE_COMPUTE_LIMIT);
    }

    /**
     * The least balance with which a node's transaction is executed: the maximum fee and what its
     * storage reserves.
     *
     * @param account whose storage
     */
    public BigDecimal leastBalance(OnChainAccount account) {
        return maximumFee().add(account.reserved().max(minimumReservation));
    }
}
