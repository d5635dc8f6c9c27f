package io.epochdesk.cli;

import io.epochdesk.fleet.Fleet;
import io.epochdesk.fleet.FleetSnapshot;
import io.epochdesk.live.LatestValue;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits until all own nodes were examined once, or something keeps them from being. */
final class FirstFleet {

    private FirstFleet() {}

    /** The first whole snapshot, or what there is when time is up. */
    static FleetSnapshot of(Fleet fleet, Duration limit) throws InterruptedException {
        CountDownLatch whole = new CountDownLatch(1);
        LatestValue.Subscription subscription =
                fleet.snapshot()
                        .subscribe(
                                snapshot -> {
                                    if (isWhole(snapshot)) {
                                        whole.countDown();
                                    }
                                });
        try (subscription) {
            boolean _ = whole.await(limit.toMillis(), TimeUnit.MILLISECONDS);
            return fleet.snapshot().current();
        }
    }

    private static boolean isWhole(FleetSnapshot snapshot) {
        return snapshot.trouble() != null
                || (snapshot.listed()
                        && snapshot.nodes().stream().allMatch(node -> node.examination() != null));
    }
}
