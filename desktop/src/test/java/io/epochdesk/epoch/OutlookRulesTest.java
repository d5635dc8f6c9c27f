package io.epochdesk.epoch;

import static org.assertj.core.api.Assertions.assertThat;

import io.epochdesk.epoch.EpochOutlook.Fallback;
import io.epochdesk.epoch.EpochOutlook.Milestone;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.util.OptionalLong;

final class OutlookRulesTest {

    private static final Instant NOW = Instant.parse("2026-09-09T10:00:00Z");
    private static final OutlookRules MAINNET = new OutlookRules(OptionalLong.of(1_000));
    private static final OutlookRules EMULATOR = new OutlookRules(OptionalLong.empty());

    @ParameterizedTest
    @CsvSource({
        "EPOCH_SETUP, 8999, NONE",
        "EPOCH_SETUP, 9000, SUSPECTED",
        "EPOCH_SETUP, 10000, SUSPECTED",
        "EPOCH_SETUP, 10001, NEARLY_CERTAIN",
        "STAKING_AUCTION, 9500, SUSPECTED",
        "EPOCH_COMMIT, 9500, NONE",
        "EPOCH_COMMIT, 10001, NEARLY_CERTAIN"
    })
    void suspectsFallbackAsTheProtocolTriggersIt(EpochPhase phase, long view, Fallback expected) {
        assertThat(MAINNET.fallback(epoch(phase, view, 1, 10_000))).isEqualTo(expected);
    }

    @Test
    void hasNoDeadlineWhereTheNetworkHasNoFallback() {
        EpochState epoch = epoch(EpochPhase.EPOCH_SETUP, 10_001, 1, 10_000);

        assertThat(EMULATOR.commitDeadline(epoch)).isEmpty();
        assertThat(EMULATOR.fallback(epoch)).isEqualTo(Fallback.NOT_APPLICABLE);
    }

    @ParameterizedTest
    @CsvSource({"999, false", "1000, false", "1001, true"})
    void hasNoDeadlineInAnEpochNotLongerThanTheThreshold(long length, boolean has) {
        EpochState epoch = epoch(EpochPhase.EPOCH_SETUP, 5, 1, length);

        assertThat(MAINNET.commitDeadline(epoch).isPresent()).isEqualTo(has);
    }

    @Test
    void listsTheMilestonesByTheirViews() {
        EpochState epoch = epoch(EpochPhase.EPOCH_SETUP, 7_100, 1, 10_000);
        DkgDeadlines deadlines = new DkgDeadlines(7_500, 8_000, 9_200, DkgDeadlines.Origin.EVENT);

        EpochOutlook outlook = MAINNET.of(epoch, deadlines, new ViewRate(), NOW);

        assertThat(outlook.milestones())
                .extracting(Milestone::kind)
                .containsExactly(
                        Milestone.Kind.AUCTION_END,
                        Milestone.Kind.DKG_PHASE_1_END,
                        Milestone.Kind.DKG_PHASE_2_END,
                        Milestone.Kind.COMMIT_DEADLINE,
                        Milestone.Kind.DKG_PHASE_3_END,
                        Milestone.Kind.EPOCH_END);
        assertThat(outlook.milestones())
                .extracting(Milestone::passed)
                .containsExactly(true, false, false, false, false, false);
        assertThat(outlook.milestones()).allSatisfy(each -> assertThat(each.eta()).isNull());
    }

    @Test
    void tellsTheTimeOfEachMilestoneAtTheMeasuredRate() {
        ViewRate rate = new ViewRate();
        rate.add(7_000, NOW.minusSeconds(80));
        rate.add(7_100, NOW);

        EpochOutlook outlook =
                EMULATOR.of(epoch(EpochPhase.EPOCH_SETUP, 7_100, 1, 10_000), null, rate, NOW);

        assertThat(outlook.milestones())
                .extracting(Milestone::eta)
                .containsExactly(NOW.minusSeconds(80), NOW.plusSeconds(2_320));
    }

    @ParameterizedTest
    @CsvSource({"5, 1500", "7, 1700"})
    void tellsTheContractsOwnTarget(long counter, long seconds) {
        EpochState epoch = epoch(counter, new EpochState.Timing(100, 5, 1_500));

        assertThat(OutlookRules.targetEnd(epoch)).isEqualTo(Instant.ofEpochSecond(seconds));
    }

    @ParameterizedTest
    @CsvSource({"100, 6, 1500", "9223372036854775807, 3, 1500", "1, 3, 9223372036854775807"})
    void hasNoTargetWhereItWouldUnderflowOrIsAbsurd(
            long duration, long refCounter, long refTimestamp) {
        EpochState epoch = epoch(5, new EpochState.Timing(duration, refCounter, refTimestamp));

        assertThat(OutlookRules.targetEnd(epoch)).isNull();
    }

    private static EpochState epoch(EpochPhase phase, long view, long start, long end) {
        return new EpochState(
                5,
                phase,
                view,
                start,
                start + (end - start) * 7 / 10,
                end,
                new EpochState.Config(end, end * 7 / 10, 500, 3),
                new EpochState.Timing(100, 5, 1_500));
    }

    private static EpochState epoch(long counter, EpochState.Timing timing) {
        return new EpochState(
                counter,
                EpochPhase.EPOCH_SETUP,
                7_100,
                1,
                7_000,
                10_000,
                new EpochState.Config(10_000, 7_000, 500, 3),
                timing);
    }
}
