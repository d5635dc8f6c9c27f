package io.epochdesk.network.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.epochdesk.network.BlockHeader;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Servers close clients that send HTTP/2 pings more often than every five minutes. */
class KeepAliveTest {

    @Test
    void pingsAreAtLeastFiveMinutesApart() {
        assertThat(NodeChannel.KEEP_ALIVE).isGreaterThan(Duration.ofMinutes(5));
    }

    @Test
    @Tag("soak")
    @Timeout(value = 15, unit = TimeUnit.MINUTES)
    void aStreamThatIsSilentForTenMinutesIsNotEndedForTooManyPings() {
        LoopbackChain chain = new LoopbackChain("main", "flow-emulator");
        Recording<BlockHeader> headers = new Recording<>();
        try (LoopbackAccessNode server = LoopbackAccessNode.serving(chain);
                NodeClient client = new NodeClient(server.node("n"), 1 << 20, Deadlines.USUAL);
                NodeStream _ = client.subscribeHeaders(headers)) {
            await().until(() -> headers.messages().size() == 1);

            await().atMost(Duration.ofMinutes(13))
                    .during(Duration.ofMinutes(12))
                    .pollInterval(Duration.ofSeconds(5))
                    .until(() -> headers.end() == null);

            chain.seal();
            await().until(() -> headers.messages().size() == 2);
        }
    }
}
