package io.epochdesk.parallel;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import java.time.Duration;

/**
 * Lets tests that wait for something look for it at once and then every 20 ms. Awaitility's own
 * tenth of a second is most of the time of a robot test that waits a few hundred times.
 */
public final class QuickLooks implements BeforeAllCallback {

    @Override
    public void beforeAll(ExtensionContext context) {
        Awaitility.setDefaultPollDelay(Duration.ZERO);
        Awaitility.setDefaultPollInterval(Duration.ofMillis(20));
    }
}
