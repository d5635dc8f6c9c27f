package io.epochdesk.fleet.view;

import io.epochdesk.doctor.Verdict;
import io.epochdesk.fleet.FleetNode;
import io.epochdesk.history.Observations.Balance;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.List;

/**
 * One node in the table, in words.
 *
 * @param node everything known of it
 * @param role its role
 * @param place its cluster or the committee; empty when it has no part in a setup
 * @param inEpoch whether it is in the current epoch's node table; null when that is not known
 * @param inNext whether it would be in the next epoch's; null when that is not known
 * @param account its machine account with {@code 0x}; empty when none is known
 * @param holds whether the account holds its Voter or Participant, in a word
 * @param balance FLOW in the account; null when it was not read
 * @param minimum what flow-go asks the account to have; null for roles without one
 * @param trend the balances seen lately, oldest first
 * @param used when its key was last used, in words
 * @param verdict what the doctor says
 * @param reason why it says so, in a short sentence
 * @param needs whether it needs the operator
 */
record NodeRow(
        FleetNode node,
        String role,
        String place,
        @Nullable Boolean inEpoch,
        @Nullable Boolean inNext,
        String account,
        String holds,
        @Nullable BigDecimal balance,
        @Nullable BigDecimal minimum,
        List<Balance> trend,
        String used,
        Verdict verdict,
        String reason,
        boolean needs) {

    NodeRow {
        trend = List.copyOf(trend);
    }

    String nodeId() {
        return node.nodeId();
    }

    String label() {
        return node.label();
    }

    /** Whether the balance lies below the minimum. */
    boolean isShort() {
        return balance != null && minimum != null && balance.compareTo(minimum) < 0;
    }
}
