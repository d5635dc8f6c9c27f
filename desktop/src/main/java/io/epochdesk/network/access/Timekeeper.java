package io.epochdesk.network.access;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** The time as this room goes by it; tests turn the hands themselves. */
interface Timekeeper {

    /** Nanoseconds that only ever grow, for intervals. */
    long nanos();

    /** The wall clock. */
    Instant now();

    /** Waits. */
    void sleep(Duration time) throws InterruptedException;

    /** How long real waiting, such as for a lock's condition, has to last for this time to pass. */
    default long toRealNanos(Duration time) {
        return time.toNanos();
    }

    /** This machine's time. */
    Timekeeper SYSTEM =
            new Timekeeper() {
                @Override
                public long nanos() {
                    return System.nanoTime();
                }

                @Override
                public Instant now() {
                    return Instant.now();
                }

                @Override
                public void sleep(Duration time) throws InterruptedException {
                    TimeUnit.NANOSECONDS.sleep(time.toNanos());
                }
            };
}
