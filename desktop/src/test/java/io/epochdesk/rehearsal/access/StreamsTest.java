package io.epochdesk.rehearsal.access;

import static io.epochdesk.rehearsal.access.Client.message;
import static io.epochdesk.rehearsal.access.Client.refused;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.ByteString;

import io.epochdesk.parallel.BesideOthers;
import io.grpc.Status;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onflow.protobuf.access.Access;
import org.onflow.protobuf.access.AccessAPIGrpc;
import org.onflow.protobuf.entities.BlockOuterClass.BlockStatus;
import org.onflow.protobuf.entities.TransactionOuterClass.Transaction;
import org.onflow.protobuf.entities.TransactionOuterClass.TransactionStatus;
import org.onflow.protobuf.executiondata.Executiondata;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Streams: complete, in order, no faster than the client, and over when they should be. */
@BesideOthers
final class StreamsTest {

    private static final String BROADCAST = "A.f8d6e0586b0a20c7.FlowDKG.BroadcastMessage";

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
    void headersBeginWithTheNewestAndGoOn() {
        chain.addEmpty(3);
        Iterator<Access.SubscribeBlockHeadersResponse> headers =
                client.access()
                        .subscribeBlockHeadersFromLatest(
                                Access.SubscribeBlockHeadersFromLatestRequest.newBuilder()
                                        .setBlockStatus(BlockStatus.BLOCK_SEALED)
                                        .build());
        assertThat(headers.next().getHeader().getHeight()).isEqualTo(3);
        chain.addEmpty(2);
        assertThat(headers.next().getHeader().getHeight()).isEqualTo(4);
        assertThat(headers.next().getHeader().getHeight()).isEqualTo(5);
        assertThat(server.openStreams()).isOne();
        client.close();
        await().until(() -> server.openStreams() == 0);
    }

    @Test
    void blocksAndDigestsBeginWhereTheyAreAskedTo() {
        chain.addEmpty(4);
        Iterator<Access.SubscribeBlocksResponse> blocks =
                client.access()
                        .subscribeBlocksFromStartHeight(
                                Access.SubscribeBlocksFromStartHeightRequest.newBuilder()
                                        .setStartBlockHeight(2)
                                        .setBlockStatus(BlockStatus.BLOCK_FINALIZED)
                                        .build());
        assertThat(blocks.next().getBlock().getHeight()).isEqualTo(2);
        Iterator<Access.SubscribeBlockDigestsResponse> digests =
                client.access()
                        .subscribeBlockDigestsFromStartBlockID(
                                Access.SubscribeBlockDigestsFromStartBlockIDRequest.newBuilder()
                                        .setStartBlockId(
                                                Messages.bytes(chain.block(3).orElseThrow().id()))
                                        .setBlockStatus(BlockStatus.BLOCK_SEALED)
                                        .build());
        Access.SubscribeBlockDigestsResponse digest = digests.next();
        assertThat(digest.getBlockHeight()).isEqualTo(3);
        assertThat(digest.getBlockTimestamp().getSeconds())
                .as("not an emulator's milliseconds")
                .isEqualTo(chain.block(3).orElseThrow().timestamp().getEpochSecond());
        refused(
                Status.Code.NOT_FOUND,
                "could not get start height",
                () -> headersFrom(99, BlockStatus.BLOCK_SEALED).next());
        refused(
                Status.Code.INVALID_ARGUMENT,
                "invalid block status",
                () -> headersFrom(1, BlockStatus.BLOCK_UNKNOWN).next());
    }

    @Test
    void eventsComeWithAHeartbeatEverySoManyBlocks() {
        chain.addEmpty(12);
        chain.add(List.of(message("FlowDKG", "BroadcastMessage", "m")));
        chain.add(List.of(message("FlowEpoch", "EpochSetup", "s")));
        chain.addEmpty(8);
        Iterator<Executiondata.SubscribeEventsResponse> events =
                events(1, 5, Executiondata.EventFilter.newBuilder().addEventType(BROADCAST));
        List<Executiondata.SubscribeEventsResponse> seen = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            seen.add(events.next());
        }
        assertThat(seen)
                .extracting(Executiondata.SubscribeEventsResponse::getBlockHeight)
                .as("two heartbeats, the event, and a heartbeat five blocks after it")
                .containsExactly(5L, 10L, 13L, 18L);
        assertThat(seen)
                .extracting(Executiondata.SubscribeEventsResponse::getEventsCount)
                .containsExactly(0, 0, 1, 0);
        assertThat(seen)
                .extracting(Executiondata.SubscribeEventsResponse::getMessageIndex)
                .containsExactly(0L, 1L, 2L, 3L);
        assertThat(seen.get(2).getBlockTimestamp().getSeconds()).isPositive();
    }

    @Test
    void eventsAreChosenByTypeContractOrAddress() {
        chain.add(
                List.of(
                        message("FlowDKG", "BroadcastMessage", "a"),
                        message("FlowEpoch", "EpochSetup", "b")));
        assertThat(
                        events(
                                        1,
                                        1,
                                        Executiondata.EventFilter.newBuilder()
                                                .addContract("A.f8d6e0586b0a20c7.FlowEpoch"))
                                .next()
                                .getEventsCount())
                .isOne();
        assertThat(
                        events(
                                        1,
                                        1,
                                        Executiondata.EventFilter.newBuilder()
                                                .addAddress("0xf8d6e0586b0a20c7"))
                                .next()
                                .getEventsCount())
                .isEqualTo(2);
        assertThat(events(1, 1, Executiondata.EventFilter.newBuilder()).next().getEventsCount())
                .isEqualTo(2);
        refused(
                Status.Code.INVALID_ARGUMENT,
                "invalid event type",
                () ->
                        events(1, 1, Executiondata.EventFilter.newBuilder().addEventType("Nope"))
                                .next());
        refused(
                Status.Code.INVALID_ARGUMENT,
                "higher than highest indexed height 1",
                () -> events(2, 1, Executiondata.EventFilter.newBuilder()).next());
    }

    @Test
    void aTransactionIsToldThroughEveryStatus() {
        chain.holding();
        ByteString address = Messages.bytes(SmallChain.ACCOUNT);
        Iterator<Access.SendAndSubscribeTransactionStatusesResponse> statuses =
                client.access()
                        .sendAndSubscribeTransactionStatuses(
                                Access.SendAndSubscribeTransactionStatusesRequest.newBuilder()
                                        .setTransaction(
                                                Transaction.newBuilder()
                                                        .setScript(ByteString.copyFromUtf8("t"))
                                                        .setPayer(address)
                                                        .setProposalKey(
                                                                Transaction.ProposalKey.newBuilder()
                                                                        .setAddress(address))
                                                        .setReferenceBlockId(
                                                                Messages.bytes(chain.root().id())))
                                        .build());
        List<TransactionStatus> seen = new ArrayList<>();
        seen.add(statuses.next().getTransactionResults().getStatus());
        assertThat(seen).containsExactly(TransactionStatus.PENDING);
        chain.takePending();
        statuses.forEachRemaining(each -> seen.add(each.getTransactionResults().getStatus()));
        assertThat(seen)
                .containsExactly(
                        TransactionStatus.PENDING,
                        TransactionStatus.FINALIZED,
                        TransactionStatus.EXECUTED,
                        TransactionStatus.SEALED);
        await().until(() -> server.openStreams() == 0);
    }

    @Test
    void nothingIsMadeForAClientThatTakesNothing() {
        chain.addEmpty(200_000);
        AtomicInteger taken = new AtomicInteger();
        AtomicReference<@Nullable ClientCallStreamObserver<?>> line = new AtomicReference<>();
        AccessAPIGrpc.newStub(client.channel())
                .subscribeBlockHeadersFromStartHeight(
                        Access.SubscribeBlockHeadersFromStartHeightRequest.newBuilder()
                                .setStartBlockHeight(0)
                                .setBlockStatus(BlockStatus.BLOCK_SEALED)
                                .build(),
                        new ClientResponseObserver<
                                Access.SubscribeBlockHeadersFromStartHeightRequest,
                                Access.SubscribeBlockHeadersResponse>() {
                            @Override
                            public void beforeStart(
                                    ClientCallStreamObserver<
                                                    Access
                                                            .SubscribeBlockHeadersFromStartHeightRequest>
                                            stream) {
                                stream.disableAutoRequestWithInitial(1);
                                line.set(stream);
                            }

                            @Override
                            public void onNext(Access.SubscribeBlockHeadersResponse header) {
                                taken.incrementAndGet();
                            }

                            @Override
                            public void onError(Throwable error) {}

                            @Override
                            public void onCompleted() {}
                        });
        await().until(() -> taken.get() == 1);
        await().during(Duration.ofMillis(300)).until(() -> chain.looks() < 40_000);
        Objects.requireNonNull(line.get()).request(200_000);
        await().until(() -> taken.get() == 200_001);
    }

    @Test
    void anotherChainEndsTheStreamsOfTheOldOne() {
        Iterator<Access.SubscribeBlockHeadersResponse> headers =
                headersFrom(0, BlockStatus.BLOCK_SEALED);
        assertThat(headers.next().getHeader().getChainId()).isEqualTo("flow-rehearsal");
        server.serve(new SmallChain("flow-emulator"));
        refused(Status.Code.UNAVAILABLE, "ended the stream", headers::next);
        assertThat(headersFrom(0, BlockStatus.BLOCK_SEALED).next().getHeader().getChainId())
                .isEqualTo("flow-emulator");
    }

    @Test
    void closingTheServerEndsStreams() {
        Iterator<Access.SubscribeBlockHeadersResponse> headers =
                headersFrom(0, BlockStatus.BLOCK_SEALED);
        headers.next();
        server.close();
        assertThat(server.openStreams()).isZero();
        refused(Status.Code.UNAVAILABLE, "", headers::next);
    }

    @Test
    void onlySoManyStreamsMayBeOpen() throws IOException {
        Limits one = new Limits(4 << 20, 250, 1, null);
        try (AccessServer narrow = AccessServer.start(chain, ServerOptions.usual().within(one));
                Client other = new Client(narrow.port())) {
            var asked =
                    Access.SubscribeBlocksFromLatestRequest.newBuilder()
                            .setBlockStatus(BlockStatus.BLOCK_SEALED)
                            .build();
            other.access().subscribeBlocksFromLatest(asked).next();
            refused(
                    Status.Code.RESOURCE_EXHAUSTED,
                    "maximum number of streams reached",
                    () -> other.access().subscribeBlocksFromLatest(asked).next());
        }
    }

    private Iterator<Access.SubscribeBlockHeadersResponse> headersFrom(
            long height, BlockStatus status) {
        return client.access()
                .subscribeBlockHeadersFromStartHeight(
                        Access.SubscribeBlockHeadersFromStartHeightRequest.newBuilder()
                                .setStartBlockHeight(height)
                                .setBlockStatus(status)
                                .build());
    }

    private Iterator<Executiondata.SubscribeEventsResponse> events(
            long from, long heartbeat, Executiondata.EventFilter.Builder filter) {
        return client.data()
                .subscribeEventsFromStartHeight(
                        Executiondata.SubscribeEventsFromStartHeightRequest.newBuilder()
                                .setStartBlockHeight(from)
                                .setHeartbeatInterval(heartbeat)
                                .setFilter(filter)
                                .build());
    }
}
