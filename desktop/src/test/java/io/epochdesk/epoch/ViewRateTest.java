package io.epochdesk.epoch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;

final class ViewRateTest {

    private static final Instant START = Instant.parse("2026-09-09T10:00:00Z");

    private final ViewRate rate = new ViewRate();

    @Test
    void isNotMeasuredByOneBlock() {
        rate.add(100, START);

        assertThat(rate.perSecond()).isEmpty();
        assertThat(rate.measuredOver()).isZero();
    }

    @Test
    void isNotMeasuredOverATooShortSpan() {
        rate.add(100, START);
        rate.add(120, START.plusSeconds(9));

        assertThat(rate.perSecond()).isEmpty();
    }

    @Test
    void isViewsBySecondsOfTheBlocksThemselves() {
        rate.add(100, START);
        rate.add(110, START.plusSeconds(4));
        rate.add(150, START.plusSeconds(40));

        assertThat(rate.perSecond()).hasValueCloseTo(1.25, within(1e-9));
        assertThat(rate.measuredOver()).isEqualTo(Duration.ofSeconds(40));
    }

    @Test
    void forgetsWhatIsOlderThanItsWindow() {
        rate.add(0, START);
        for (int minute = 1; minute <= 30; minute++) {
            rate.add(1_000 + minute * 60L, START.plus(Duration.ofMinutes(minute)));
        }

        assertThat(rate.perSecond()).hasValueCloseTo(1.0, within(1e-9));
        assertThat(rate.measuredOver()).isEqualTo(ViewRate.WINDOW);
    }

    @Test
    void isNotMeasuredBeforeThereAreEnoughBlocks() {
        // an emulator makes a block when it is asked to
        rate.add(1, START);
        rate.add(2, START.plusSeconds(300));
        rate.add(9, START.plusSeconds(500));

        assertThat(rate.perSecond()).isEmpty();
        assertThat(rate.measuredOver()).isZero();

        rate.add(11, START.plusSeconds(550));

        assertThat(rate.perSecond()).hasValueCloseTo(10.0 / 550, within(1e-9));
    }

    @Test
    void isNotMeasuredAcrossAPauseOfDays() {
        rate.add(1, START);
        rate.add(200, START.plus(Duration.ofDays(3)));

        assertThat(rate.perSecond()).isEmpty();

        rate.add(220, START.plus(Duration.ofDays(3)).plusSeconds(20));

        assertThat(rate.perSecond()).hasValueCloseTo(1.0, within(1e-9));
    }

    @Test
    void ignoresTheSameBlockToldTwice() {
        rate.add(100, START);
        rate.add(120, START.plusSeconds(20));
        rate.add(120, START.plusSeconds(90));

        assertThat(rate.perSecond()).hasValueCloseTo(1.0, within(1e-9));
    }

    @Test
    void startsAfreshWhenViewsGoBack() {
        rate.add(100, START);
        rate.add(200, START.plusSeconds(60));
        rate.add(5, START.plusSeconds(70));

        assertThat(rate.perSecond()).isEmpty();
    }

    @Test
    void forgetsAnotherPaceOnceTheNewOneCanBeTold() {
        for (int second = 0; second <= 100; second++) {
            rate.add(75L * second, START.plusSeconds(second));
        }
        assertThat(rate.measuredOver()).isEqualTo(Duration.ofSeconds(100));
        long turned = 75 * 100;
        for (int second = 1; second <= 12; second++) {
            rate.add(turned + 750L * second, START.plusSeconds(100 + second));
        }

        assertThat(rate.perSecond()).hasValueCloseTo(750.0, within(1e-9));
        assertThat(rate.measuredOver()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void aJumpOrAStandstillIsForgottenSoonAfterIt() {
        for (int second = 0; second <= 20; second++) {
            rate.add(75L * second, START.plusSeconds(second));
        }
        for (int second = 21; second <= 40; second++) {
            rate.add(75L * second + 10_000, START.plusSeconds(second));
        }
        assertThat(rate.perSecond()).hasValueCloseTo(75.0, within(1e-9));

        for (int second = 41; second <= 60; second++) {
            rate.add(75L * second + 10_000, START.plusSeconds(second + 200));
        }
        assertThat(rate.perSecond()).hasValueCloseTo(75.0, within(1e-9));
    }

    /** A public network's views take now less, now longer; that is no other pace. */
    @Property(tries = 50)
    void ordinaryUnevennessShortensNothing(@ForAll Random random) {
        ViewRate measured = new ViewRate();
        Instant time = START;
        for (int view = 0; view < 600; view++) {
            measured.add(view, time);
            time = time.plusMillis(500 + random.nextInt(600));
        }

        assertThat(measured.perSecond()).hasValueCloseTo(1.25, within(0.1));
        assertThat(measured.measuredOver()).isGreaterThan(Duration.ofMinutes(7));
    }
}
