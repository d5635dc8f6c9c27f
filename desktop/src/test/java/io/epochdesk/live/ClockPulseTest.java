package io.epochdesk.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

class ClockPulseTest {

    private static final Duration AN_HOUR = Duration.ofHours(1);

    private final ClockPulse pulse = new ClockPulse("trial");
    private final AtomicInteger looks = new AtomicInteger();

    @AfterEach
    void close() {
        pulse.close();
    }

    @Test
    void looksAtOnceAndAgainAfterTheWaitAskedFor() {
        pulse.start(
                () -> {
                    looks.incrementAndGet();
                    return Duration.ofMillis(1);
                });
        await().until(() -> looks.get() >= 3);
    }

    @Test
    void hurryCutsAWaitShort() {
        pulse.start(this::lookAndWaitAnHour);
        await().untilAtomic(looks, org.hamcrest.Matchers.equalTo(1));
        pulse.hurry();
        await().untilAtomic(looks, org.hamcrest.Matchers.equalTo(2));
    }

    @Test
    void hurryDuringALookCausesOneMore() throws InterruptedException {
        CountDownLatch looking = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        pulse.start(
                () -> {
                    looking.countDown();
                    goOn.await();
                    return lookAndWaitAnHour();
                });
        looking.await();
        pulse.hurry();
        goOn.countDown();
        await().untilAtomic(looks, org.hamcrest.Matchers.equalTo(2));
    }

    @Test
    void closeInterruptsALookAndWaitsForItsEnd() throws InterruptedException {
        AtomicBoolean ended = new AtomicBoolean();
        CountDownLatch looking = new CountDownLatch(1);
        pulse.start(
                () -> {
                    looking.countDown();
                    try {
                        new CountDownLatch(1).await();
                        return AN_HOUR;
                    } finally {
                        ended.set(true);
                    }
                });
        looking.await();
        pulse.close();
        assertThat(ended).isTrue();
    }

    @Test
    void closeFromWithinALookEndsThePulseWithoutWaitingForItself() {
        AtomicReference<Thread> thread = new AtomicReference<>();
        pulse.start(
                () -> {
                    looks.incrementAndGet();
                    thread.set(Thread.currentThread());
                    pulse.close();
                    return Duration.ZERO;
                });
        await().until(() -> thread.get() != null && !thread.get().isAlive());
        assertThat(looks).hasValue(1);
    }

    @Test
    void aLookThatThrowsIsTakenAgain() {
        pulse.start(
                () -> {
                    if (looks.incrementAndGet() == 1) {
                        throw new IllegalStateException("a defect on purpose");
                    }
                    return AN_HOUR;
                });
        await().untilAtomic(looks, org.hamcrest.Matchers.equalTo(1));
        pulse.hurry();
        await().untilAtomic(looks, org.hamcrest.Matchers.equalTo(2));
    }

    @Test
    void aClosedPulseNeverLooks() {
        pulse.close();
        pulse.start(this::lookAndWaitAnHour);
        pulse.hurry();
        assertThat(looks).hasValue(0);
    }

    @Test
    void refusesASecondStart() {
        pulse.start(this::lookAndWaitAnHour);
        assertThatIllegalStateException().isThrownBy(() -> pulse.start(this::lookAndWaitAnHour));
    }

    private Duration lookAndWaitAnHour() {
        looks.incrementAndGet();
        return AN_HOUR;
    }
}
