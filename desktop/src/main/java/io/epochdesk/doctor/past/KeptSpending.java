package io.epochdesk.doctor.past;

import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.doctor.SpendingHistory;
import io.epochdesk.history.HistoryStore;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/**
 * What machine accounts spent, from the history; as far back as it says something of today. Its
 * methods throw a {@link io.epochdesk.fault.FaultException} when the file cannot be read.
 *
 * @param store where it is kept
 * @param clock what is today
 */
public record KeptSpending(HistoryStore store, InstantSource clock) implements SpendingHistory {

    private static final Duration FAR_ENOUGH = Duration.ofDays(60);

    @Override
    public List<Balance> balances(FlowAddress account) {
        return store
                .observations()
                .balances(account.hex(), clock.instant().minus(FAR_ENOUGH))
                .stream()
                .map(seen -> new Balance(seen.at(), seen.height(), seen.amount()))
                .toList();
    }

    @Override
    public List<KeyUse> keyUses(FlowAddress account, int keyIndex) {
        return store.observations().keyUses(account.hex(), keyIndex).stream()
                .map(seen -> new KeyUse(seen.at(), seen.height(), seen.sequence()))
                .toList();
    }
}
