package io.epochdesk.network.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.epochdesk.network.FlowNetwork.Pace;
import io.epochdesk.network.RequestBudget;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.SplittableRandom;

class PacerTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final HandClock clock = new HandClock();

    @ParameterizedTest
    @CsvSource({
        "CALM, SCRIPT, 6", "CALM, EVENTS, 36", "CALM, SEND, 60", "CALM, OTHER, 120",
        "SETUP, SCRIPT, 30", "SETUP, EVENTS, 180", "SETUP, SEND, 300", "SETUP, OTHER, 600"
    })
    void aPublicHostGetsItsShareOfCallsAMinute(Pace pace, CallKind kind, int aMinute)
            throws InterruptedException {
        Pacer pacer = pacer(RequestBudget.PUBLIC);
        pacer.pace(pace);
        drain(pacer, kind);

        assertThat(callsWithin(pacer, kind, MINUTE)).isBetween(aMinute - 1, aMinute);
    }

    @ParameterizedTest
    @CsvSource({"CALM, SCRIPT, 1", "CALM, OTHER, 2", "SETUP, EVENTS, 3", "SETUP, OTHER, 10"})
    void afterALongRestNoMoreThanASecondsShareIsMadeAtOnce(Pace pace, CallKind kind, int burst) {
        Pacer pacer = pacer(RequestBudget.PUBLIC);
        pacer.pace(pace);
        clock.turn(Duration.ofHours(1));

        assertThat(drain(pacer, kind)).isEqualTo(burst);
    }

    @Test
    void ownNodesAreAskedWithoutEnd() throws InterruptedException {
        Pacer pacer = pacer(RequestBudget.UNLIMITED);
        for (int i = 0; i < 10_000; i++) {
            pacer.acquire(CallKind.SCRIPT);
        }

        assertThat(clock.nanos()).isZero();
    }

    @Test
    void quickeningThePaceGivesNoCallsForTheTimeBefore() {
        Pacer pacer = pacer(RequestBudget.PUBLIC);
        drain(pacer, CallKind.SCRIPT);
        clock.turn(Duration.ofSeconds(5));
        pacer.pace(Pace.SETUP);

        assertThat(pacer.tryAcquire(CallKind.SCRIPT)).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void aThrottledKindRestsLongerEachTimeAndTheOthersGoOn() {
        Pacer pacer = pacer(RequestBudget.UNLIMITED);
        Duration before = Duration.ZERO;
        for (int i = 0; i < 6; i++) {
            pacer.throttled(CallKind.SCRIPT);
            Duration rest = pacer.tryAcquire(CallKind.SCRIPT);
            assertThat(rest).isGreaterThan(before.multipliedBy(1));
            assertThat(pacer.tryAcquire(CallKind.OTHER)).isZero();
            clock.turn(rest);
            assertThat(pacer.tryAcquire(CallKind.SCRIPT)).isZero();
            before = rest;
        }
        assertThat(before).isLessThanOrEqualTo(Duration.ofSeconds(75));
    }

    @Test
    void anAnswerEndsTheLengtheningOfRests() {
        Pacer pacer = pacer(RequestBudget.UNLIMITED);
        for (int i = 0; i < 5; i++) {
            pacer.throttled(CallKind.EVENTS);
            clock.turn(MINUTE.multipliedBy(2));
        }
        pacer.answered(CallKind.EVENTS);
        pacer.throttled(CallKind.EVENTS);

        assertThat(pacer.tryAcquire(CallKind.EVENTS)).isLessThan(Duration.ofMillis(1_300));
    }

    @Test
    void pollersLeaveAPartOfTheScriptsToOthers() {
        Pacer pacer = pacer(RequestBudget.PUBLIC);
        assertThat(pacer.scriptInterval()).isEqualTo(Duration.ofMillis(12_500));
        pacer.pace(Pace.SETUP);
        assertThat(pacer.scriptInterval()).isEqualTo(Duration.ofMillis(2_500));
        assertThat(pacer(RequestBudget.UNLIMITED).scriptInterval())
                .isLessThan(Duration.ofSeconds(1));
    }

    private Pacer pacer(RequestBudget budget) {
        return new Pacer(budget, clock, new SplittableRandom(7));
    }

    private static int drain(Pacer pacer, CallKind kind) {
        int calls = 0;
        while (pacer.tryAcquire(kind).isZero()) {
            calls++;
        }
        return calls;
    }

    private int callsWithin(Pacer pacer, CallKind kind, Duration time) throws InterruptedException {
        long end = clock.nanos() + time.toNanos();
        int calls = 0;
        while (true) {
            pacer.acquire(kind);
            if (clock.nanos() > end) {
                return calls;
            }
            calls++;
        }
    }
}
