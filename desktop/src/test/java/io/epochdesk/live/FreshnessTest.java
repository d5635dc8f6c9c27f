package io.epochdesk.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;

class FreshnessTest {

    @Test
    void isFreshUpToFifteenSeconds() {
        assertThat(Freshness.of(Duration.ofSeconds(-3))).isEqualTo(Freshness.FRESH);
        assertThat(Freshness.of(Duration.ofSeconds(15))).isEqualTo(Freshness.FRESH);
        assertThat(Freshness.of(Duration.ofMillis(15_001))).isEqualTo(Freshness.STALE);
    }

    @Test
    void isOldBeyondAMinute() {
        assertThat(Freshness.of(Duration.ofSeconds(60))).isEqualTo(Freshness.STALE);
        assertThat(Freshness.of(Duration.ofMillis(60_001))).isEqualTo(Freshness.OLD);
    }

    @Test
    void countsFromTheArrivalOfTheAnswer() {
        Instant now = Instant.parse("2026-03-03T13:02:00Z");
        var provenance =
                new Provenance("an access node", 7, now.minusSeconds(3_600), now.minusSeconds(20));
        assertThat(Freshness.of(provenance, now)).isEqualTo(Freshness.STALE);
    }
}
