package io.epochdesk.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.util.Subscription;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

final class FxClockTest {

    private final HandThread fx = new HandThread();
    private final AtomicReference<Instant> time = new AtomicReference<>(Instant.EPOCH);
    private final FxClock clock = new FxClock(time::get, fx);

    @Test
    void movesOnWhileItIsHeldAndRestsAfterwards() {
        Subscription held = clock.open();
        time.set(Instant.EPOCH.plusSeconds(1));
        fx.pass();
        assertThat(clock.getValue()).isEqualTo(Instant.EPOCH.plusSeconds(1));
        held.unsubscribe();
        assertThat(fx.waits()).isZero();
    }
}
