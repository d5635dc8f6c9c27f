package io.epochdesk.network.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.epochdesk.emulator.EmulatorProcess;
import io.epochdesk.emulator.EpochDriver;
import io.epochdesk.emulator.RequiresEmulator;
import io.epochdesk.network.AccessNode;
import io.epochdesk.network.BlockHeader;
import io.epochdesk.network.NetworkProfiles;
import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.StreamObserver;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.onflow.protobuf.access.Access;
import org.onflow.protobuf.access.AccessAPIGrpc;
import org.onflow.protobuf.entities.BlockOuterClass.BlockStatus;

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
    void aStreamThatIsSilentForTwelveMinutesIsNotEndedForTooManyPings() {
        LoopbackChain chain = new LoopbackChain("main", "flow-emulator");
        try (LoopbackAccessNode server = LoopbackAccessNode.serving(chain)) {
            keepsAStreamOpen(server.node("loopback"), chain::seal);
        }
    }

    @Test
    @Tag("soak")
    @RequiresEmulator
    @Timeout(value = 15, unit = TimeUnit.MINUTES)
    void aRealNodeKeepsAStreamThatIsSilentForTwelveMinutes() {
        try (EmulatorProcess emulator = EmulatorProcess.start();
                EpochDriver driver = new EpochDriver(emulator)) {
            keepsAStreamOpen(
                    NetworkProfiles.accessNode(emulator.address()), driver::createOperator);
        }
    }

    private static void keepsAStreamOpen(AccessNode node, Runnable sealsABlock) {
        Recording<BlockHeader> headers = new Recording<>();
        try (NodeClient client = new NodeClient(node, 1 << 20, Deadlines.USUAL);
                NodeStream _ = client.subscribeHeaders(headers);
                HastyClient hasty = new HastyClient(node)) {
            await().until(() -> headers.messages().size() == 1);

            await().atMost(Duration.ofMinutes(13))
                    .during(Duration.ofMinutes(12))
                    .pollInterval(Duration.ofSeconds(5))
                    .until(() -> headers.end() == null);

            assertThat(hasty.end)
                    .as("this server does end a client that pings every ten seconds")
                    .contains("too_many_pings");
            sealsABlock.run();
            await().until(() -> headers.messages().size() > 1);
        }
    }

    /** Has the same stream open and pings as often as gRPC lets it. */
    private static final class HastyClient
            implements StreamObserver<Access.SubscribeBlockHeadersResponse>, AutoCloseable {

        private final ManagedChannel channel;
        private volatile String end = "";

        HastyClient(AccessNode node) {
            channel =
                    NettyChannelBuilder.forAddress(node.host(), node.port())
                            .usePlaintext()
                            .keepAliveTime(10, TimeUnit.SECONDS)
                            .build();
            AccessAPIGrpc.newStub(channel)
                    .subscribeBlockHeadersFromLatest(
                            Access.SubscribeBlockHeadersFromLatestRequest.newBuilder()
                                    .setBlockStatus(BlockStatus.BLOCK_SEALED)
                                    .build(),
                            this);
        }

        @Override
        public void onNext(Access.SubscribeBlockHeadersResponse message) {}

        @Override
        public void onError(Throwable error) {
            end = error.toString();
        }

        @Override
        public void onCompleted() {}

        @Override
        public void close() {
            channel.shutdownNow();
        }
    }
}
