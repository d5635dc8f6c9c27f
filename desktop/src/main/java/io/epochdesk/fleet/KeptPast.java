package io.epochdesk.fleet;

import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.doctor.SpendingHistory;
import io.epochdesk.history.HistoryStore;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** What machine accounts spent, from the history; as far back as it says something of today. */
final class KeptPast implements SpendingHistory {

    private static final Duration FAR_ENOUGH = Duration.ofDays(60);

    private final HistoryStore store;
    private final InstantSource clock;

    KeptPast(HistoryStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public List<Balance> balances(FlowAddress account) {
        return store
                .observations()
                .balances(account.hex(), clock.instant().minus(FAR_ENOUGH))
                .stream()
                .map(each -> new Balance(each.at(), each.height(), each.amount()))
                .toList();
    }

    @Override
    public List<KeyUse> keyUses(FlowAddress account, int keyIndex) {
        return store.observations().keyUses(account.hex(), keyIndex).stream()
                .map(each -> new KeyUse(each.at(), each.height(), each.sequence()))
                .toList();
    }
}
