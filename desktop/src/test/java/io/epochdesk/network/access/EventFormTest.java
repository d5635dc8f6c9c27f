package io.epochdesk.network.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.ByteString;

import io.epochdesk.network.ChainEvent;
import io.epochdesk.network.EventSource;
import io.epochdesk.network.NetworkProfiles;
import io.epochdesk.parallel.BesideOthers;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.onflow.protobuf.entities.EventOuterClass.Event;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/** In which form events are asked for, of nodes that know CCF, refuse it or do not mind. */
@Timeout(60)
@BesideOthers
class EventFormTest {

    private static final String POSTED = "A.f8d6e0586b0a20c7.FlowDKG.BroadcastMessage";
    private static final int HEIGHTS = 900;
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final byte[] CCF = {(byte) 0xD8, (byte) 0x82};

    private final LoopbackAccessNode node = LoopbackAccessNode.serving(chain());
    private final GrpcFlowNetwork network =
            GrpcFlowNetwork.open(NetworkProfiles.emulator().withNodes(List.of(node.node("one"))));

    @AfterEach
    void close() {
        network.close();
        node.close();
    }

    @Test
    void thePastIsAskedForAsCcf() {
        node.tellAsCcf(EventFormTest::asCcf);

        List<ChainEvent> past = followed();

        assertThat(past).hasSize(HEIGHTS).allMatch(event -> event.payload()[0] == CCF[0]);
        assertThat(node.ccfAsked()).isEqualTo((int) node.calls("GetEventsForHeightRange"));
    }

    @Test
    void aNodeThatTellsJsonAllTheSameIsTakenAsItIs() {
        List<ChainEvent> past = followed();

        assertThat(past).hasSize(HEIGHTS).allMatch(event -> event.payload()[0] == '{');
        assertThat(node.ccfAsked()).isEqualTo((int) node.calls("GetEventsForHeightRange"));
    }

    @Test
    void aNodeThatRefusesCcfIsAskedForItNoMore() {
        node.refuseCcf();

        assertThat(followed()).hasSize(HEIGHTS).allMatch(event -> event.payload()[0] == '{');
        int refused = node.ccfAsked();
        assertThat(refused).as("one for each piece that was under way").isBetween(1, 4);

        assertThat(followed()).hasSize(HEIGHTS);
        assertThat(node.ccfAsked()).isEqualTo(refused);
        node.restart();
        assertThat(followed()).hasSize(HEIGHTS);
        assertThat(node.ccfAsked()).as("over another connection").isEqualTo(refused);
    }

    @Test
    void aRangeIsAskedForAsJson() {
        node.tellAsCcf(EventFormTest::asCcf);

        assertThat(network.events().range(Set.of(POSTED), 1, 300))
                .hasSize(300)
                .allMatch(event -> event.payload()[0] == '{');
        assertThat(node.ccfAsked()).isZero();
    }

    /** All events of the past, by following until they are there. */
    private List<ChainEvent> followed() {
        RecordingFollower follower = new RecordingFollower();
        try (EventSource.Subscription _ = network.events().follow(Set.of(POSTED), 0, follower)) {
            await().atMost(SOON).until(() -> follower.completeTo() >= HEIGHTS);
        }
        assertThat(follower.breaches()).isEmpty();
        return follower.told();
    }

    private static LoopbackChain chain() {
        LoopbackChain chain = new LoopbackChain("forms", "flow-emulator");
        for (int i = 0; i < HEIGHTS; i++) {
            chain.seal(LoopbackChain.event(POSTED, "{\"type\":\"Void\"}"));
        }
        return chain;
    }

    private static Event asCcf(Event event) {
        return event.toBuilder().setPayload(ByteString.copyFrom(CCF)).build();
    }
}
