package io.epochdesk.doctor.past;

import static org.assertj.core.api.Assertions.assertThat;

import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.doctor.SpendingHistory.Balance;
import io.epochdesk.doctor.SpendingHistory.KeyUse;
import io.epochdesk.history.HistoryName;
import io.epochdesk.history.HistoryStore;
import io.epochdesk.history.Observations;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

class KeptSpendingTest {

    private static final Instant THEN = Instant.parse("2026-05-06T07:08:09Z");
    private static final FlowAddress ACCOUNT = FlowAddress.of("179b6b1cb6755e31");

    @TempDir private Path folder = Path.of("");

    @Test
    void isWhatTheHistoryOfThatAccountAndKeyHas() {
        try (HistoryStore store =
                HistoryStore.open(
                        folder,
                        new HistoryName("emulator", "flow-emulator", "ab".repeat(32)),
                        InstantSource.fixed(THEN))) {
            store.observations()
                    .keep(
                            List.of(balance("1.5", 0, 10), balance("1.49", 60, 20)),
                            List.of(use(0, 4, 10), use(0, 5, 20), use(1, 9, 20)),
                            List.of());
            KeptSpending past =
                    new KeptSpending(store, InstantSource.fixed(THEN.plusSeconds(3_600)));
            assertThat(past.balances(ACCOUNT))
                    .containsExactly(
                            new Balance(THEN, 10, new BigDecimal("1.50000000")),
                            new Balance(THEN.plusSeconds(60), 20, new BigDecimal("1.49000000")));
            assertThat(past.keyUses(ACCOUNT, 0))
                    .containsExactly(new KeyUse(THEN, 10, 4), new KeyUse(THEN, 20, 5));
            assertThat(past.balances(FlowAddress.of("f8d6e0586b0a20c7"))).isEmpty();
            Instant later = THEN.plus(Duration.ofDays(100));
            assertThat(new KeptSpending(store, InstantSource.fixed(later)).balances(ACCOUNT))
                    .as("the last one stands for all that is too long ago")
                    .hasSize(1);
        }
    }

    private static Observations.Balance balance(String amount, int seconds, long height) {
        return new Observations.Balance(
                ACCOUNT.hex(), THEN.plusSeconds(seconds), height, new BigDecimal(amount));
    }

    private static Observations.KeyUse use(int key, long sequence, long height) {
        return new Observations.KeyUse(ACCOUNT.hex(), key, sequence, THEN, height);
    }
}
