package io.epochdesk.network.access;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Random;

class BackoffTest {

    private static Backoff backoff(long seed) {
        return new Backoff(Duration.ofMillis(500), Duration.ofSeconds(30), new Random(seed));
    }

    @Property
    void doublesUpToTheLimitGiveOrTakeAQuarter(
            @ForAll long seed, @ForAll @IntRange(max = 100) int failures) {
        Backoff backoff = backoff(seed);
        for (int i = 0; i < failures; i++) {
            Duration ignored = backoff.next();
        }

        long exact = failures >= 6 ? 30_000 : 500L << failures;
        assertThat(backoff.next().toMillis()).isBetween(exact * 3 / 4 - 1, exact * 5 / 4 + 1);
        assertThat(backoff.failures()).isEqualTo(failures + 1);
    }

    @Test
    void beginsAnewAfterSuccess() {
        Backoff backoff = backoff(1);
        for (int i = 0; i < 5; i++) {
            Duration ignored = backoff.next();
        }

        backoff.reset();

        assertThat(backoff.next()).isLessThanOrEqualTo(Duration.ofMillis(625));
    }

    @Test
    void twoConsolesDoNotComeBackTogether() {
        assertThat(backoff(1).next()).isNotEqualTo(backoff(4_711).next());
    }
}
