package io.epochdesk.network.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.fault.Fault;
import io.epochdesk.fault.FaultException;
import io.epochdesk.network.AccessNode;
import io.epochdesk.network.AccountState;
import io.epochdesk.network.BlockHeader;
import io.epochdesk.network.ChainEvent;
import io.epochdesk.network.ChainId;
import io.epochdesk.network.Transport;
import io.epochdesk.parallel.OwnThreads;
import io.grpc.Status;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.onflow.protobuf.entities.AccountOuterClass.AccountKey;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One node that answers, refuses, freezes and goes away. */
@Timeout(20)
class NodeClientTest {

    private static final String TYPE = "A.f8d6e0586b0a20c7.FlowDKG.BroadcastMessage";

    private final LoopbackChain chain = new LoopbackChain("main", "flow-emulator", 100);
    private final LoopbackAccessNode server = LoopbackAccessNode.serving(chain);
    private final NodeClient client = client(server.node("loopback"), Deadlines.USUAL);

    private static NodeClient client(AccessNode node, Deadlines deadlines) {
        return new NodeClient(node, 1 << 20, deadlines);
    }

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    private static Fault faultOf(Runnable call) {
        FaultException e = catchThrowableOfType(FaultException.class, call::run);
        assertThat(e).as("a fault").isNotNull();
        return e.fault();
    }

    @Test
    void tellsChainVersionAndNewestHeader() {
        chain.sealEmpty(3);

        assertThat(client.chainId()).isEqualTo(ChainId.EMULATOR);
        assertThat(client.nodeVersion())
                .isEqualTo(new NodeVersion("v0.0.0-loopback", 100, 100, ""));
        assertThat(client.latestSealedHeader())
                .extracting(BlockHeader::height, BlockHeader::view)
                .containsExactly(103L, 206L);
    }

    @Test
    void findsHeadersByHeightAndById() {
        chain.sealEmpty(2);

        BlockHeader header = client.headerByHeight(101);

        assertThat(header.parentId()).isEqualTo(client.headerByHeight(100).id());
        assertThat(client.headerById(header.id())).isEqualTo(header);
    }

    @Test
    void namesTheHeightThatANodeDoesNotHave() {
        Fault fault = faultOf(() -> client.headerByHeight(7));

        assertThat(fault.code()).isEqualTo("NET-124");
        assertThat(fault.facts()).containsEntry("height", "7").containsEntry("node", "loopback");
    }

    @Test
    void runsAScriptAtTheNewestSealedBlockAndSaysWhich() {
        chain.sealEmpty(4);
        server.answerScripts(
                r -> (r.script() + r.arguments() + r.height()).getBytes(StandardCharsets.UTF_8));

        ScriptResult result =
                client.executeAtLatest(
                        new ScriptCall("board", bytes("main"), List.of(bytes("1"), bytes("2"))));

        assertThat(new String(result.json(), StandardCharsets.UTF_8)).isEqualTo("main[1, 2]104");
        assertThat(result.block()).isEqualTo(client.headerByHeight(104));
    }

    @Test
    void runsAScriptAtTheParentWhereTheNewestBlockIsNotIndexedYet() {
        chain.sealEmpty(1);
        server.fail(
                "ExecuteScriptAtBlockHeight",
                Status.OUT_OF_RANGE.withDescription("data for block height 101 is not available"),
                1);

        ScriptResult result = client.executeAtLatest(new ScriptCall("s", bytes("x"), List.of()));

        assertThat(result.block().height()).isEqualTo(100);
    }

    @Test
    void readsEventsOfARangeAndHowFarItReaches() {
        chain.seal(LoopbackChain.event(TYPE, "1"), LoopbackChain.event("A.x.Other", "2"));
        chain.sealEmpty(1);
        chain.seal(LoopbackChain.event(TYPE, "3"));

        EventRange range = client.events(TYPE, 100, 120, EventForm.JSON);

        assertThat(range.coveredTo()).isEqualTo(103);
        assertThat(range.events()).extracting(ChainEvent::height).containsExactly(101L, 103L);
    }

    @Test
    void readsAnAccountWithItsKeys() {
        server.answerAccounts(
                account ->
                        account.setBalance(5)
                                .addKeys(
                                        AccountKey.newBuilder()
                                                .setSequenceNumber(9)
                                                .setWeight(1000))
                                .build());

        AccountState account = client.account(FlowAddress.of("f8d6e0586b0a20c7"));

        assertThat(account.balance()).isEqualTo(5);
        assertThat(account.keys())
                .containsExactly(new AccountState.Key(0, "", 0, 0, 1000, 9, false));
    }

    @Test
    void findsAFrozenNodeByTheDeadlineOfACheapCall() {
        try (NodeClient hasty =
                client(server.node("frozen"), Deadlines.all(Duration.ofMillis(300)))) {
            hasty.ping();
            server.freeze();

            Fault fault = faultOf(hasty::ping);

            assertThat(fault.code()).isEqualTo("NET-103");
            assertThat(fault.facts()).containsEntry("seconds", "0.3");
            server.thaw();
            hasty.ping();
        }
    }

    @Test
    void asksCheapCallsForAnAnswerWithinThreeSeconds() {
        assertThat(Deadlines.USUAL.of("GetLatestBlockHeader")).hasSeconds(3);
        assertThat(Deadlines.USUAL.of("Ping")).hasSeconds(3);
        assertThat(Deadlines.USUAL.of("ExecuteScriptAtBlockHeight")).hasSeconds(15);
        assertThat(Deadlines.USUAL.of("GetEventsForHeightRange")).hasSeconds(20);
    }

    @Test
    void worksAgainAtOnceWhenTheNodeIsBack() {
        client.ping();
        server.stop();
        assertThat(faultOf(client::ping).code()).isEqualTo("NET-101");
        assertThat(faultOf(client::ping).code()).isEqualTo("NET-101");

        server.restart();

        client.ping();
    }

    @Test
    void tellsThrottlingFromAnAnswerThatIsTooLarge() {
        server.throttle(1);
        assertThat(faultOf(client::ping).code()).isEqualTo("NET-121");

        server.answerScripts(_ -> new byte[2 << 20]);
        Fault tooLarge =
                faultOf(
                        () ->
                                client.executeAtHeight(
                                        100, new ScriptCall("s", bytes(""), List.of())));
        assertThat(tooLarge.code()).isEqualTo("NET-122");
        assertThat(tooLarge.facts()).containsEntry("cap", "1 MiB");
    }

    @Test
    void acceptsAnAnswerAsLargeAsTheCapAllows() {
        byte[] large = new byte[(1 << 20) - 64];
        server.answerScripts(_ -> large);

        byte[] answer = client.executeAtHeight(100, new ScriptCall("s", bytes(""), List.of()));

        assertThat(answer).hasSameSizeAs(large);
    }

    @Test
    void streamsHeadersFromTheNewestOn() {
        Recording<BlockHeader> headers = new Recording<>();
        try (NodeStream _ = client.subscribeHeaders(headers)) {
            await().until(() -> headers.messages().size() == 1);
            chain.sealEmpty(2);
            await().until(() -> headers.messages().size() == 3);
        }

        assertThat(headers.messages())
                .extracting(BlockHeader::height)
                .containsExactly(100L, 101L, 102L);
    }

    @Test
    void streamsEventsWithHeartbeats() {
        Recording<EventBatch> batches = new Recording<>();
        try (NodeStream _ = client.subscribeEvents(Set.of(TYPE), 100, 2, batches)) {
            chain.seal(LoopbackChain.event(TYPE, "a"));
            chain.sealEmpty(2);
            await().until(() -> batches.messages().size() == 2);
        }

        assertThat(batches.messages()).extracting(EventBatch::height).containsExactly(101L, 103L);
        assertThat(batches.messages().get(0).events()).hasSize(1);
        assertThat(batches.messages().get(1).events()).isEmpty();
    }

    @Test
    void aSlowListenerHoldsTheNodeBack() throws InterruptedException {
        String large = "x".repeat(100_000);
        CountDownLatch release = new CountDownLatch(1);
        Recording<EventBatch> batches =
                new Recording<>() {
                    @Override
                    public void next(EventBatch message) {
                        super.next(message);
                        try {
                            release.await(10, TimeUnit.SECONDS);
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                    }
                };
        for (int i = 0; i < 300; i++) {
            chain.seal(LoopbackChain.event(TYPE, large));
        }
        try (NodeStream _ = client.subscribeEvents(Set.of(TYPE), 101, 1, batches)) {
            await().until(() -> batches.messages().size() == 1);
            await().during(Duration.ofMillis(300)).until(() -> server.messagesSent() < 200);
            release.countDown();
            await().until(() -> batches.messages().size() == 300);
        }
    }

    @Test
    void aCancelledStreamEndsAtTheNodeAndTellsNothingMore() {
        Recording<BlockHeader> headers = new Recording<>();
        NodeStream stream = client.subscribeHeaders(headers);
        await().until(() -> server.openStreams() == 1);

        stream.close();
        stream.close();

        await().until(() -> server.openStreams() == 0);
        assertThat(headers.end()).isNull();
    }

    @Test
    void aStreamThatTheNodeEndsIsCut() {
        Recording<BlockHeader> headers = new Recording<>();
        try (NodeStream _ = client.subscribeHeaders(headers)) {
            await().until(() -> server.openStreams() == 1);
            server.endStreams(Status.OK);
            assertThat(headers.awaitEnd().code()).isEqualTo("NET-127");
        }
    }

    @Test
    void aStreamDiesWithTheNode() {
        Recording<BlockHeader> headers = new Recording<>();
        try (NodeStream _ = client.subscribeHeaders(headers)) {
            await().until(() -> !headers.messages().isEmpty());
            server.stop();
            assertThat(headers.awaitEnd().code()).isEqualTo("NET-127");
        }
    }

    @Test
    void aListenerThatFailsEndsItsOwnStreamWithADefect() {
        Recording<BlockHeader> headers =
                new Recording<>() {
                    @Override
                    public void next(BlockHeader message) {
                        throw new IllegalStateException("broken listener");
                    }
                };
        try (NodeStream _ = client.subscribeHeaders(headers)) {
            assertThat(headers.awaitEnd().code()).isEqualTo("INT-901");
            await().until(() -> server.openStreams() == 0);
        }
    }

    @Test
    void closingEndsStreamsAndCallsAndLeavesNoThread() {
        OwnThreads threads = new OwnThreads();
        NodeClient other = threads.from(() -> client(server.node("other"), Deadlines.USUAL));
        Recording<BlockHeader> headers = new Recording<>();
        NodeStream stream = threads.from(() -> other.subscribeHeaders(headers));
        await().until(() -> !headers.messages().isEmpty());
        assertThat(threads.alive(NodeThreads.NAME)).isNotEmpty();

        other.close();

        assertThat(headers.awaitEnd().code()).isEqualTo("NET-132");
        stream.close();
        assertThat(other.isIdle()).isTrue();
        assertThat(faultOf(other::ping).code()).isEqualTo("NET-132");
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(threads.alive(NodeThreads.NAME)).isEmpty());
    }

    @Test
    void aKeyThatIsNoneIsASetting() {
        AccessNode node =
                new AccessNode(
                        "pinned", "127.0.0.1", server.port(), new Transport.PinnedTls("abc"));

        assertThat(faultOf(() -> client(node, Deadlines.USUAL)).code()).isEqualTo("SET-402");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
