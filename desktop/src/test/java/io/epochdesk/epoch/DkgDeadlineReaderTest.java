package io.epochdesk.epoch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.epochdesk.fault.FaultException;
import io.epochdesk.network.FakeNetwork;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DkgDeadlineReaderTest {

    private static final DkgDeadlines ANNOUNCED =
            new DkgDeadlines(1_750, 1_800, 1_850, DkgDeadlines.Origin.EVENT);

    private final FakeNetwork network =
            new FakeNetwork().blocks(0, 2_000, 0, 1).answer("metadata", views(0, 700, 1_000));

    @Test
    void takesThemFromTheSetupEventOfTheCurrentEpochAndNotOfTheUpcomingOne() {
        network.past(network.event(705, 1, "FlowEpoch", "EpochSetup", announcement(5, 1_750)))
                .past(network.event(1_705, 1, "FlowEpoch", "EpochSetup", announcement(6, 2_750)));

        assertThat(new DkgDeadlineReader(network).read(epoch(5, 60))).isEqualTo(ANNOUNCED);
    }

    @Test
    void doesNotHeedAPhaseLengthThatWasChangedSince() {
        network.past(network.event(705, 1, "FlowEpoch", "EpochSetup", announcement(5, 1_750)));

        assertThat(new DkgDeadlineReader(network).read(epoch(5, 10))).isEqualTo(ANNOUNCED);
        assertThat(new DkgDeadlineReader(network).read(epoch(5, 90))).isEqualTo(ANNOUNCED);
    }

    @Test
    void findsTheRecoveryThatMadeTheEpoch() {
        network.past(network.event(990, 1, "FlowEpoch", "EpochRecover", announcement(5, 1_750)));

        assertThat(new DkgDeadlineReader(network).read(epoch(5, 60))).isEqualTo(ANNOUNCED);
    }

    @Test
    void prefersTheLaterOfTwoAnnouncements() {
        network.past(network.event(705, 1, "FlowEpoch", "EpochSetup", announcement(5, 9_000)))
                .past(network.event(720, 1, "FlowEpoch", "EpochRecover", announcement(5, 1_750)));

        assertThat(new DkgDeadlineReader(network).read(epoch(5, 60))).isEqualTo(ANNOUNCED);
    }

    @Test
    void computesThemInTheFirstEpochOfAChainWithoutAskingAnything() {
        DkgDeadlines deadlines = new DkgDeadlineReader(network).read(epoch(0, 60));

        assertThat(deadlines)
                .isEqualTo(new DkgDeadlines(1_760, 1_820, 1_880, DkgDeadlines.Origin.COMPUTED));
        assertThat(network.rangeCalls() + network.headerCalls()).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {(1L << 60) - 99, Long.MAX_VALUE - 100})
    void refusesAbsurdDeadlines(long phase1) {
        network.past(network.event(705, 1, "FlowEpoch", "EpochSetup", announcement(5, phase1)));

        assertThatExceptionOfType(FaultException.class)
                .isThrownBy(() -> new DkgDeadlineReader(network).read(epoch(5, 60)))
                .extracting(e -> e.fault().code())
                .isEqualTo("CDC-211");
    }

    @Test
    void theLongestPhaseThatAnEpochMayHaveDoesNotOverflow() {
        DkgDeadlines deadlines =
                new DkgDeadlineReader(network).read(epoch(0, EpochAnswer.MAX_VIEW));

        assertThat(deadlines.phase3()).isEqualTo(1_700 + 3 * EpochAnswer.MAX_VIEW);
    }

    @Test
    void computesThemWhereTheEventsAreGone() {
        network.past(network.event(705, 1, "FlowEpoch", "EpochSetup", announcement(5, 1_750)))
                .prunedBefore(1_500);

        assertThat(new DkgDeadlineReader(network).read(epoch(5, 60)).origin())
                .isEqualTo(DkgDeadlines.Origin.COMPUTED);
    }

    @Test
    void asksForABoundedNumberOfRanges() {
        FakeNetwork large =
                new FakeNetwork().blocks(0, 50_000, 0, 1).answer("metadata", views(0, 700, 1_000));

        new DkgDeadlineReader(large).read(epoch(5, 60));

        assertThat(large.rangeCalls()).isLessThanOrEqualTo(32);
    }

    private static EpochState epoch(long counter, long phase) {
        return new EpochState(
                counter,
                EpochPhase.EPOCH_SETUP,
                1_800,
                1_001,
                1_700,
                2_000,
                new EpochState.Config(1_000, 700, phase, 3),
                new EpochState.Timing(100, 0, 0));
    }

    private static String announcement(long counter, long phase1) {
        return "{\"type\":\"Event\",\"value\":{\"id\":\"A.f8d6e0586b0a20c7.FlowEpoch.EpochSetup\",\"fields\":["
                + field("counter", counter)
                + ","
                + field("DKGPhase1FinalView", phase1)
                + ","
                + field("DKGPhase2FinalView", phase1 + 50)
                + ","
                + field("DKGPhase3FinalView", phase1 + 100)
                + "]}}";
    }

    private static String field(String name, long value) {
        return "{\"name\":\"%s\",\"value\":%s}".formatted(name, uint64(value));
    }

    private static String views(long start, long auctionEnd, long end) {
        return "{\"type\":\"Optional\",\"value\":{\"type\":\"Array\",\"value\":["
                + uint64(start)
                + ","
                + uint64(auctionEnd)
                + ","
                + uint64(end)
                + "]}}";
    }

    private static String uint64(long value) {
        return "{\"type\":\"UInt64\",\"value\":\"" + value + "\"}";
    }
}
