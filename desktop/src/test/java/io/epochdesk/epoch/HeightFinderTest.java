package io.epochdesk.epoch;

import static org.assertj.core.api.Assertions.assertThat;

import io.epochdesk.network.FakeNetwork;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;

final class HeightFinderTest {

    @Property(tries = 200)
    void findsTheFirstBlockOfAViewAmongAnyBlocks(
            @ForAll @IntRange(min = 1, max = 300) int blocks,
            @ForAll @IntRange(min = 1, max = 4) int step,
            @ForAll @IntRange(max = 1_300) int view) {
        FakeNetwork network = new FakeNetwork().blocks(100, 99L + blocks, 10, step);

        long expected = 100L + Math.max(0, Math.ceilDiv(view - 10, step));

        if (expected > 99L + blocks) {
            assertThat(new HeightFinder(network.blocks()).firstHeightAt(view)).isEmpty();
        } else {
            assertThat(new HeightFinder(network.blocks()).firstHeightAt(view)).hasValue(expected);
        }
    }

    @Test
    void onAPrunedNodeTakesTheLowestHeightStillToBeHad() {
        FakeNetwork network = new FakeNetwork().blocks(0, 999, 0, 2).prunedBefore(400);

        assertThat(new HeightFinder(network.blocks()).firstHeightAt(100)).hasValue(400);
    }

    @Test
    void asksForFewHeaders() {
        FakeNetwork network = new FakeNetwork().blocks(0, 99_999, 0, 1);

        new HeightFinder(network.blocks()).firstHeightAt(77_777);

        assertThat(network.headerCalls()).isLessThan(22);
    }
}
