package io.epochdesk.epoch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import io.epochdesk.network.FakeNetwork;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;

final class RateReaderTest {

    /** From a rehearsal at the greatest speed to a network that makes a block in twenty seconds. */
    @ParameterizedTest
    @ValueSource(longs = {80_000, 13_000_000, 800_000_000, 20_000_000_000L})
    void findsABlockFarEnoughBackHoweverFastBlocksCome(long nanosPerBlock) {
        Duration interval = Duration.ofNanos(nanosPerBlock);
        FakeNetwork network = new FakeNetwork().blocks(0, 150_000, 10, 1, interval);
        ViewRate rate = new RateReader(network.blocks()).read();

        assertThat(rate.perSecond().orElseThrow())
                .isCloseTo(1e9 / nanosPerBlock, withPercentage(1));
        assertThat(rate.measuredOver()).isBetween(ViewRate.SHORTEST, ViewRate.WINDOW);
        assertThat(network.headerCalls()).isLessThan(11);
    }

    @Test
    void takesWhatThereIsOfAShortChainButNeverItsRoot() {
        FakeNetwork network = new FakeNetwork().blocks(0, 20, 0, 1, Duration.ofSeconds(1));
        assertThat(new RateReader(network.blocks()).read().measuredOver())
                .isEqualTo(Duration.ofSeconds(19));

        FakeNetwork young = new FakeNetwork().blocks(0, 1, 0, 1, Duration.ofMinutes(1));
        assertThat(new RateReader(young.blocks()).read().perSecond()).isEmpty();
    }
}
