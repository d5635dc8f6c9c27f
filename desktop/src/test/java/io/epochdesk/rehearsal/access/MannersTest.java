package io.epochdesk.rehearsal.access;

import static io.epochdesk.rehearsal.access.Client.refused;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;

import io.epochdesk.cadence.CadenceValue;
import io.epochdesk.cadence.CadenceValue.ArrayValue;
import io.epochdesk.cadence.CadenceValue.CompositeValue;
import io.epochdesk.cadence.CadenceValue.Field;
import io.epochdesk.cadence.CadenceValue.IntegerValue;
import io.epochdesk.cadence.CompositeKind;
import io.epochdesk.cadence.IntegerType;
import io.grpc.Status;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onflow.protobuf.access.Access;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** A node that does not behave, and one that limits its clients. */
final class MannersTest {

    private final SmallChain chain = new SmallChain("flow-rehearsal");
    private AccessServer server;
    private Client client;

    @BeforeEach
    void open() throws IOException {
        server = AccessServer.start(chain, ServerOptions.usual());
        client = new Client(server.port());
    }

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    @Test
    void aStaleNodeStandsStillAndCatchesUpWhenItIsSoundAgain() {
        chain.addEmpty(4);
        server.behave(new Manner.Stale());
        chain.addEmpty(3);
        assertThat(latest()).isEqualTo(4);
        refused(Status.Code.NOT_FOUND, "", () -> byHeight(5));
        server.behave(Manner.SOUND);
        assertThat(latest()).isEqualTo(7);
        assertThat(byHeight(5)).isEqualTo(5);
    }

    @Test
    void aSlowNodeTakesItsTime() {
        server.behave(new Manner.Slow(Duration.ofMillis(800)));
        refused(
                Status.Code.DEADLINE_EXCEEDED,
                "",
                () ->
                        client.access()
                                .withDeadlineAfter(300, TimeUnit.MILLISECONDS)
                                .ping(Access.PingRequest.getDefaultInstance()));
        client.access().ping(Access.PingRequest.getDefaultInstance());
    }

    @Test
    void aFlappingNodeComesAndGoes() {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
        Behaviour behaviour = new Behaviour(chain, now::get);
        behaviour.take(new Manner.Flapping(Duration.ofSeconds(20), Duration.ofSeconds(5)));
        assertThat(down(behaviour, now, 0)).isFalse();
        assertThat(down(behaviour, now, 19_999)).isFalse();
        assertThat(down(behaviour, now, 20_000)).isTrue();
        assertThat(down(behaviour, now, 24_999)).isTrue();
        assertThat(down(behaviour, now, 25_000)).isFalse();
        server.behave(new Manner.Flapping(Duration.ZERO, Duration.ofHours(1)));
        refused(
                Status.Code.UNAVAILABLE,
                "",
                () -> client.access().ping(Access.PingRequest.getDefaultInstance()));
    }

    private static boolean down(
            Behaviour behaviour, AtomicReference<Instant> now, long milliseconds) {
        now.set(Instant.ofEpochMilli(milliseconds));
        return behaviour.isDown();
    }

    @Test
    void aLyingNodeChangesOneFigureAndNoOther() {
        chain.answering((_, _, _) -> clusters(300, 400));
        server.behave(new Manner.Lying("totalWeight", 100));
        assertThat(asked()).isEqualTo(json(clusters(400, 400)));
        server.behave(Manner.SOUND);
        assertThat(asked()).isEqualTo(json(clusters(300, 400)));
    }

    @Test
    void aPublicHostRefusesWhatIsTooMuch() throws IOException {
        try (AccessServer strict =
                        AccessServer.start(chain, ServerOptions.usual().within(Limits.PUBLIC));
                Client other = new Client(strict.port())) {
            chain.answering((_, _, _) -> new CadenceValue.VoidValue());
            refused(
                    Status.Code.RESOURCE_EXHAUSTED,
                    "ExecuteScriptAtLatestBlock rate limit reached, please retry later.",
                    () -> {
                        for (int i = 0; i < 200; i++) {
                            script(other);
                        }
                    });
            other.access().ping(Access.PingRequest.getDefaultInstance());
        }
    }

    private static CadenceValue clusters(long first, long second) {
        return new ArrayValue(List.of(cluster(first), cluster(second)));
    }

    private static CadenceValue cluster(long weight) {
        return new CompositeValue(
                CompositeKind.STRUCT,
                "s.1.ClusterAnswer",
                List.of(
                        new Field("index", new IntegerValue(IntegerType.UINT16, 0)),
                        new Field("totalWeight", new IntegerValue(IntegerType.UINT64, weight))));
    }

    private static String json(CadenceValue value) {
        return new String(
                io.epochdesk.cadence.CadenceEncoder.encode(value),
                java.nio.charset.StandardCharsets.UTF_8);
    }

    private String asked() {
        return script(client).getValue().toStringUtf8();
    }

    private static Access.ExecuteScriptResponse script(Client client) {
        return client.access()
                .executeScriptAtLatestBlock(
                        Access.ExecuteScriptAtLatestBlockRequest.newBuilder()
                                .setScript(ByteString.copyFromUtf8("x"))
                                .build());
    }

    private long latest() {
        return client.access()
                .getLatestBlockHeader(
                        Access.GetLatestBlockHeaderRequest.newBuilder().setIsSealed(true).build())
                .getBlock()
                .getHeight();
    }

    private long byHeight(long height) {
        return client.access()
                .getBlockHeaderByHeight(
                        Access.GetBlockHeaderByHeightRequest.newBuilder().setHeight(height).build())
                .getBlock()
                .getHeight();
    }
}
