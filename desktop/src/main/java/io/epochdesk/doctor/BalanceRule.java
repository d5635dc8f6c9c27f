package io.epochdesk.doctor;

import io.epochdesk.staking.NodeRole;

import java.math.BigDecimal;

/**
 * The balances flow-go asks of machine accounts, in FLOW (flow-go {@code
 * module/epochs/machine_account.go}, as of December 2025).
 *
 * @param minimum below it the node calls its account misconfigured
 * @param target what it recommends to refill to
 */
public record BalanceRule(BigDecimal minimum, BigDecimal target) {

    private static final BalanceRule COLLECTION =
            new BalanceRule(new BigDecimal("0.25"), new BigDecimal("0.75"));
    private static final BalanceRule CONSENSUS =
            new BalanceRule(new BigDecimal("2"), new BigDecimal("6"));

    /** The rule for nodes of a role that has a machine account. */
    public static BalanceRule of(NodeRole role) {
        return switch (role) {
            case COLLECTION -> COLLECTION;
            case CONSENSUS -> CONSENSUS;
            case EXECUTION, VERIFICATION, ACCESS ->
                    throw new IllegalArgumentException(role + " nodes have no machine account");
        };
    }
}
