package io.epochdesk.doctor.past;

import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.doctor.SpendingHistory;
import io.epochdesk.history.Observations;

import java.time.Instant;
import java.util.List;

/**
 * Spending as the history of a network keeps it. Its methods throw a {@link
 * io.epochdesk.fault.FaultException} when the file cannot be read.
 *
 * @param observations where it is kept
 */
public record KeptSpending(Observations observations) implements SpendingHistory {

    @Override
    public List<Balance> balances(FlowAddress account) {
        return observations.balances(account.hex(), Instant.EPOCH).stream()
                .map(seen -> new Balance(seen.at(), seen.height(), seen.amount()))
                .toList();
    }

    @Override
    public List<KeyUse> keyUses(FlowAddress account, int keyIndex) {
        return observations.keyUses(account.hex(), keyIndex).stream()
                .map(seen -> new KeyUse(seen.at(), seen.height(), seen.sequence()))
                .toList();
    }
}
