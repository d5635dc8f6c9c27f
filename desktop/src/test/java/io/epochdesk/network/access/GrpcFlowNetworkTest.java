package io.epochdesk.network.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.epochdesk.cadence.Program;
import io.epochdesk.fault.FaultException;
import io.epochdesk.network.AccessNode;
import io.epochdesk.network.ChainEvent;
import io.epochdesk.network.Connection;
import io.epochdesk.network.Connection.State;
import io.epochdesk.network.EventSource;
import io.epochdesk.network.NetworkProfile;
import io.epochdesk.network.NetworkProfiles;
import io.epochdesk.network.RequestBudget;
import io.epochdesk.network.ScriptAnswer;
import io.epochdesk.network.Transport;
import io.epochdesk.parallel.OwnThreads;
import io.grpc.Status;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;

@Timeout(60)
class GrpcFlowNetworkTest {

    private static final String CHAIN = "flow-emulator";
    private static final String POSTED = "A.f8d6e0586b0a20c7.FlowDKG.BroadcastMessage";
    private static final String STARTED = "A.f8d6e0586b0a20c7.FlowDKG.StartDKG";
    private static final Set<String> BOTH = Set.of(POSTED, STARTED);
    private static final Program SCRIPT = new Program("answer", "access(all) fun main() {}");
    private static final Duration SOON = Duration.ofSeconds(10);

    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable each : open.reversed()) {
            each.close();
        }
    }

    @Test
    void anAnswerCarriesItsHeightItsSourceAndTheIdentityOfTheNetwork() {
        LoopbackChain chain = chain(5);
        GrpcFlowNetwork network = network(node(chain).node("one"));

        ScriptAnswer answer = network.scripts().run(SCRIPT, List.of());

        assertThat(answer.json().value()).asString(StandardCharsets.UTF_8).contains("Void");
        assertThat(answer.json().provenance().height()).isEqualTo(5);
        assertThat(answer.json().provenance().source()).isEqualTo("one");
        assertThat(answer.identity().chain().value()).isEqualTo(CHAIN);
        assertThat(answer.identity().rootBlock()).isEqualTo(network.blocks().at(0).id());
        assertThat(answer.identity().era()).isZero();
    }

    @Test
    void theTipFollowsTheChainWithoutBeingAsked() {
        LoopbackChain chain = chain(2);
        GrpcFlowNetwork network = network(node(chain).node("one"));
        awaitState(network, State.CONNECTED);
        chain.sealEmpty(7);

        await().atMost(SOON)
                .until(
                        () ->
                                Objects.requireNonNull(network.connection().current().tip())
                                                .height()
                                        == 9);
    }

    @Test
    void theTipIsPolledWhereHeadersAreNotStreamed() {
        LoopbackChain chain = chain(2);
        LoopbackAccessNode node = node(chain);
        node.fail("SubscribeBlockHeadersFromLatest", Status.UNIMPLEMENTED, 1_000);
        GrpcFlowNetwork network = network(node.node("one"));
        awaitState(network, State.CONNECTED);
        chain.sealEmpty(3);

        await().atMost(SOON)
                .until(
                        () ->
                                Objects.requireNonNull(network.connection().current().tip())
                                                .height()
                                        == 5);
        assertThat(node.calls("SubscribeBlockHeadersFromLatest")).isEqualTo(1);
    }

    @Test
    void aPassingFaultIsTriedAgainOnTheSameNode() {
        LoopbackAccessNode first = node(chain(3));
        LoopbackAccessNode second = node(chain(3));
        GrpcFlowNetwork network = network(first.node("one"), second.node("two"));
        awaitState(network, State.CONNECTED);
        first.fail("ExecuteScriptAtBlockHeight", Status.UNAVAILABLE, 1);

        assertThat(network.scripts().run(SCRIPT, List.of()).json().provenance().source())
                .isEqualTo("one");
        assertThat(second.calls()).isEmpty();
    }

    @Test
    void twoFailuresInARowMoveOnToTheNextNodeAndAHealedOneIsTakenBack() {
        LoopbackAccessNode first = node(chain(3));
        LoopbackAccessNode second = node(chain(3));
        GrpcFlowNetwork network = network(first.node("one"), second.node("two"));
        awaitState(network, State.CONNECTED);
        first.fail("ExecuteScriptAtBlockHeight", Status.UNAVAILABLE, 2);

        assertThat(network.scripts().run(SCRIPT, List.of()).json().provenance().source())
                .isEqualTo("two");
        awaitState(network, State.CONNECTED);
        assertThat(network.scripts().run(SCRIPT, List.of()).json().provenance().source())
                .isEqualTo("one");
    }

    @Test
    void whatTheChainRefusesIsNotAskedAgain() {
        LoopbackAccessNode node = node(chain(3));
        node.answerScripts(
                request -> {
                    throw Status.INVALID_ARGUMENT
                            .withDescription(
                                    "failed to execute script: [Error Code: 1101] cadence runtime"
                                            + " error")
                            .asRuntimeException();
                });
        GrpcFlowNetwork network = network(node.node("one"));

        FaultException refused =
                catchThrowableOfType(
                        FaultException.class, () -> network.scripts().run(SCRIPT, List.of()));

        assertThat(refused.fault().code()).startsWith("CHN-31");
        assertThat(node.calls("ExecuteScriptAtBlockHeight")).isEqualTo(1);
        assertThat(network.connection().current().state()).isEqualTo(State.CONNECTED);
    }

    @Test
    void aThrottledCallRestsAndDoesNotRunToTheNextNode() {
        LoopbackAccessNode first = node(chain(3));
        LoopbackAccessNode second = node(chain(3));
        GrpcFlowNetwork network = network(first.node("one"), second.node("two"));
        awaitState(network, State.CONNECTED);
        first.fail(
                "ExecuteScriptAtBlockHeight",
                Status.RESOURCE_EXHAUSTED.withDescription("rate limit exceeded"),
                2);
        long asked = System.nanoTime();

        ScriptAnswer answer = network.scripts().run(SCRIPT, List.of());

        assertThat(answer.json().provenance().source()).isEqualTo("one");
        assertThat(Duration.ofNanos(System.nanoTime() - asked))
                .isGreaterThan(Duration.ofSeconds(2));
        assertThat(first.calls("ExecuteScriptAtBlockHeight")).isEqualTo(3);
        assertThat(second.calls()).isEmpty();
    }

    @Test
    void aNodeOfAnotherChainIsRefusedAndTheNextOneUsed() {
        LoopbackAccessNode stranger = node(new LoopbackChain("a", "flow-testnet"));
        LoopbackAccessNode right = node(chain(3));
        GrpcFlowNetwork network = network(stranger.node("one"), right.node("two"));

        Connection connection = awaitState(network, State.FAILED_OVER);

        assertThat(Objects.requireNonNull(connection.node()).name()).isEqualTo("two");
        assertThat(Objects.requireNonNull(connection.fault()).code()).isEqualTo("CHN-301");
        assertThat(connection.fault().facts())
                .containsEntry("expected", CHAIN)
                .containsEntry("found", "flow-testnet");
    }

    @Test
    void aSingleNodeOfAnotherChainIsNeverUsed() {
        LoopbackAccessNode stranger = node(new LoopbackChain("a", "flow-testnet"));
        GrpcFlowNetwork network = network(stranger.node("one"));

        FaultException refused =
                catchThrowableOfType(
                        FaultException.class, () -> network.scripts().run(SCRIPT, List.of()));

        assertThat(refused.fault().code()).isEqualTo("CHN-301");
        assertThat(awaitState(network, State.LOST).identity()).isNull();
        assertThat(stranger.calls("ExecuteScriptAtBlockHeight")).isZero();
    }

    @Test
    void aSecondNodeThatLagsAFewBlocksIsNoOtherChain() {
        LoopbackAccessNode first = node(chain(30));
        LoopbackAccessNode second = node(chain(25));
        GrpcFlowNetwork network = network(first.node("one"), second.node("two"));
        awaitState(network, State.CONNECTED);
        first.stop();

        Connection connection = awaitState(network, State.FAILED_OVER);

        assertThat(Objects.requireNonNull(connection.identity()).era()).isZero();
        assertThat(Objects.requireNonNull(connection.tip()).height()).isEqualTo(30);
    }

    @Test
    void aSecondNodeThatLagsFarIsNotUsed() {
        LoopbackAccessNode first = node(chain(500));
        LoopbackAccessNode second = node(chain(100));
        GrpcFlowNetwork network = network(first.node("one"), second.node("two"));
        awaitState(network, State.CONNECTED);
        first.stop();

        Connection connection = awaitState(network, State.LOST);
        await().atMost(SOON).until(() -> codeOf(network).equals("NET-131"));
        first.restart();

        assertThat(connection.state()).isEqualTo(State.LOST);
        awaitState(network, State.CONNECTED);
        assertThat(Objects.requireNonNull(network.connection().current().identity()).era())
                .isZero();
    }

    @Test
    void aSecondNodeWithAnotherHistoryIsNeverUsed() {
        LoopbackAccessNode first = node(chain(30));
        LoopbackAccessNode second = node(grown(new LoopbackChain("b", CHAIN), 40));
        GrpcFlowNetwork network = network(first.node("one"), second.node("two"));
        awaitState(network, State.CONNECTED);
        first.stop();
        await().atMost(SOON).until(() -> codeOf(network).equals("NET-131"));

        assertThat(Objects.requireNonNull(network.connection().current().fault()).detail())
                .contains("CHN-302");
        assertThat(second.calls("ExecuteScriptAtBlockHeight")).isZero();
        first.restart();
        awaitState(network, State.CONNECTED);
    }

    @Test
    void anotherHistoryOnTheNodeInUseBeginsANewEraEvenWithoutALostConnection() {
        LoopbackAccessNode node = node(chain(30));
        GrpcFlowNetwork network = network(node.node("one"));
        RecordingFollower follower = new RecordingFollower();
        open.add(network.events().follow(BOTH, 0, follower));
        awaitState(network, State.CONNECTED);
        List<Connection> said = new CopyOnWriteArrayList<>();
        network.connection().subscribe(said::add);

        node.serve(grown(new LoopbackChain("b", CHAIN), 40));
        node.endStreams(Status.UNAVAILABLE);

        await().atMost(SOON).until(() -> follower.otherChains() == 1);
        awaitState(network, State.CONNECTED);
        assertThat(Objects.requireNonNull(network.connection().current().identity()).era())
                .isEqualTo(1);
        assertThat(said)
                .anySatisfy(
                        connection -> {
                            assertThat(connection.state()).isEqualTo(State.CONNECTING);
                            assertThat(Objects.requireNonNull(connection.fault()).code())
                                    .isEqualTo("CHN-302");
                        });
        assertThat(network.scripts().run(SCRIPT, List.of()).identity().era()).isEqualTo(1);
    }

    @Test
    void aScriptNeverMixesTwoHistories() {
        LoopbackAccessNode node = node(chain(30));
        node.fail("SubscribeBlockHeadersFromLatest", Status.UNIMPLEMENTED, 1_000);
        GrpcFlowNetwork network = network(node.node("one"));
        awaitState(network, State.CONNECTED);

        node.serve(chain(7, "b"));
        ScriptAnswer answer = network.scripts().run(SCRIPT, List.of());

        assertThat(answer.identity().era()).isEqualTo(1);
        assertThat(answer.json().provenance().height()).isEqualTo(7);
    }

    @Test
    void aRangeIsAskedInPiecesOfAtMost250AndComesInTheOrderOfTheChain() {
        LoopbackChain chain = busy(1_203);
        LoopbackAccessNode node = node(chain);
        GrpcFlowNetwork network = network(node.node("one"));

        List<ChainEvent> events = network.events().range(BOTH, 1, 1_203);

        assertThat(namesOf(events)).isEqualTo(expected(chain, 1, 1_203));
        assertThat(node.calls("GetEventsForHeightRange"))
                .as("two types, each in 4 pieces of 25 heights, of 50 and of 100, and larger ones")
                .isEqualTo(2 * 15);
    }

    @Test
    void anAnswerLargerThanTheReceiveCapIsReadInHalves() {
        LoopbackChain chain = chain(0);
        for (int i = 1; i <= 40; i++) {
            chain.seal(LoopbackChain.event(POSTED, "\"" + "x".repeat(100_000) + "\""));
        }
        LoopbackAccessNode node = node(chain);
        NetworkProfile profile = profile(RequestBudget.UNLIMITED, node.node("one"));
        GrpcFlowNetwork network =
                opened(
                        new NetworkProfile(
                                profile.id(),
                                profile.name(),
                                profile.chain(),
                                profile.contracts(),
                                profile.nodes(),
                                profile.budget(),
                                1 << 20,
                                profile.finalizationSafetyThreshold()));

        assertThat(network.events().range(Set.of(POSTED), 0, 40)).hasSize(40);
    }

    @Test
    void aRangeTheNodeDoesNotHaveYetIsAFaultAndNotAnEmptyAnswer() {
        GrpcFlowNetwork network = network(node(busy(20)).node("one"));

        FaultException refused =
                catchThrowableOfType(
                        FaultException.class, () -> network.events().range(BOTH, 10, 30));

        assertThat(refused.fault().code()).isEqualTo("NET-124");
    }

    @Test
    void followingCatchesUpAndGoesOnLive() {
        LoopbackChain chain = busy(900);
        GrpcFlowNetwork network = network(node(chain).node("one"));
        RecordingFollower follower = new RecordingFollower();
        open.add(network.events().follow(BOTH, 0, follower));
        grow(chain, 50);

        awaitAll(chain, follower);
        grow(chain, 5);
        awaitAll(chain, follower);
    }

    @Test
    void signalsAreToldWhenTheyHappenAndNotAskedForInThePast() {
        LoopbackChain chain = busy(900);
        LoopbackAccessNode node = node(chain);
        GrpcFlowNetwork network = network(node.node("one"));
        RecordingFollower follower = new RecordingFollower();
        open.add(network.events().follow(Set.of(POSTED), Set.of(STARTED), 0, follower));
        await().atMost(SOON).until(() -> follower.completeTo() == 900);

        assertThat(follower.types()).as("of the past").containsExactly(POSTED);
        assertThat(node.calls("GetEventsForHeightRange"))
                .as(
                        "4 pieces of 25 heights, of 50 and of 100 each, and two for the rest, of"
                                + " one type")
                .isEqualTo(14);
        await().atMost(SOON).until(() -> follower.leftOut().equals(List.of("0..900")));

        grow(chain, 5);
        await().atMost(SOON).until(() -> follower.completeTo() == 905);
        assertThat(follower.types()).containsExactlyInAnyOrder(POSTED, STARTED);
        assertThat(follower.breaches()).isEmpty();
        assertThat(follower.leftOut()).hasSize(1);
    }

    @Test
    void signalsAreToldWhereEventsArePolledAsWell() {
        LoopbackChain chain = busy(20);
        LoopbackAccessNode node = node(chain);
        node.fail("SubscribeEventsFromStartHeight", Status.UNIMPLEMENTED, 1_000);
        GrpcFlowNetwork network = network(node.node("one"));
        RecordingFollower follower = new RecordingFollower();
        open.add(network.events().follow(Set.of(POSTED), Set.of(STARTED), 0, follower));
        grow(chain, 5);

        await().atMost(SOON).until(() -> follower.completeTo() == 25);
        assertThat(follower.types()).containsExactlyInAnyOrder(POSTED, STARTED);
    }

    @Test
    void followingPollsWhereEventsAreNotStreamed() {
        LoopbackChain chain = busy(300);
        LoopbackAccessNode node = node(chain);
        node.fail("SubscribeEventsFromStartHeight", Status.UNIMPLEMENTED, 1_000);
        GrpcFlowNetwork network = network(node.node("one"));
        RecordingFollower follower = new RecordingFollower();
        open.add(network.events().follow(BOTH, 0, follower));
        awaitAll(chain, follower);
        grow(chain, 20);

        awaitAll(chain, follower);
        assertThat(node.calls("SubscribeEventsFromStartHeight")).isEqualTo(1);
        assertThat(follower.faults()).isEmpty();
    }

    @Test
    void followingFromAHeightThatIsYetToComeBeginsThere() {
        LoopbackChain chain = busy(10);
        GrpcFlowNetwork network = network(node(chain).node("one"));
        RecordingFollower follower = new RecordingFollower();
        open.add(network.events().follow(BOTH, 15, follower));
        awaitState(network, State.CONNECTED);
        grow(chain, 20);

        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(follower.names()).isEqualTo(expected(chain, 15, 30)));
    }

    @Test
    void aStreamThatEndsAgainAndAgainLosesNothing() {
        LoopbackChain chain = busy(10);
        LoopbackAccessNode node = node(chain);
        GrpcFlowNetwork network = network(node.node("one"));
        RecordingFollower follower = new RecordingFollower();
        open.add(network.events().follow(BOTH, 0, follower));
        for (int i = 0; i < 5; i++) {
            grow(chain, 7);
            node.endStreams(i % 2 == 0 ? Status.INTERNAL : Status.OK);
        }
        grow(chain, 7);

        awaitAll(chain, follower);
    }

    @Test
    void aNodeThatLagsAfterASwitchNeitherLosesNorRepeatsEvents() {
        LoopbackChain ahead = busy(60);
        LoopbackChain behind = busy(55);
        LoopbackAccessNode first = node(ahead);
        LoopbackAccessNode second = node(behind);
        GrpcFlowNetwork network = network(first.node("one"), second.node("two"));
        RecordingFollower follower = new RecordingFollower();
        open.add(network.events().follow(BOTH, 0, follower));
        awaitAll(ahead, follower);
        first.stop();
        awaitState(network, State.FAILED_OVER);
        grow(behind, 20);

        awaitAll(behind, follower);
    }

    @Test
    void closingLeavesNoThreadNoConnectionAndNoStreamBehind() {
        LoopbackChain chain = busy(30);
        LoopbackAccessNode node = node(chain);
        OwnThreads threads = new OwnThreads();
        GrpcFlowNetwork network = threads.from(() -> network(node.node("one")));
        RecordingFollower follower = new RecordingFollower();
        network.events().follow(BOTH, 0, follower);
        awaitAll(chain, follower);
        assertThat(node.openStreams()).isEqualTo(2);
        assertThat(threads.alive(NodeThreads.NAME)).isNotEmpty();

        network.close();

        await().atMost(SOON).until(() -> node.openStreams() == 0);
        assertThat(threads.alive(NodeThreads.NAME)).isEmpty();
        FaultException closed =
                catchThrowableOfType(
                        FaultException.class, () -> network.scripts().run(SCRIPT, List.of()));
        assertThat(closed.fault().code()).isEqualTo("NET-132");
    }

    @Test
    void closingEndsACallThatIsUnderWay() {
        LoopbackAccessNode node = node(chain(3));
        GrpcFlowNetwork network = network(node.node("one"));
        awaitState(network, State.CONNECTED);
        node.freeze();
        CompletableFuture<FaultException> ended =
                CompletableFuture.supplyAsync(
                        () ->
                                catchThrowableOfType(
                                        FaultException.class,
                                        () -> network.scripts().run(SCRIPT, List.of())));

        network.close();

        assertThat(ended)
                .succeedsWithin(SOON)
                .satisfies(e -> assertThat(e.fault().code()).startsWith("NET-1"));
    }

    @Test
    void closingASubscriptionEndsItsStreamAndNothingMoreIsTold() {
        LoopbackChain chain = busy(10);
        LoopbackAccessNode node = node(chain);
        GrpcFlowNetwork network = network(node.node("one"));
        RecordingFollower follower = new RecordingFollower();
        EventSource.Subscription following = network.events().follow(BOTH, 0, follower);
        awaitAll(chain, follower);

        following.close();
        following.close();

        await().atMost(SOON).until(() -> node.openStreams() == 1);
        List<String> told = follower.names();
        grow(chain, 10);
        await().during(Duration.ofMillis(300)).until(() -> follower.names().equals(told));
    }

    @Test
    void anUnreachableSingleNodeIsItsOwnFault() {
        GrpcFlowNetwork network =
                network(new AccessNode("nowhere", "127.0.0.1", 1, new Transport.Plaintext()));

        FaultException refused =
                catchThrowableOfType(
                        FaultException.class, () -> network.scripts().run(SCRIPT, List.of()));

        assertThat(refused.fault().code()).isEqualTo("NET-101");
        assertThat(network.connection().current().state()).isEqualTo(State.LOST);
    }

    private LoopbackAccessNode node(LoopbackChain chain) {
        LoopbackAccessNode node = LoopbackAccessNode.serving(chain);
        open.add(node);
        return node;
    }

    private GrpcFlowNetwork network(AccessNode... nodes) {
        return opened(profile(RequestBudget.UNLIMITED, nodes));
    }

    private GrpcFlowNetwork opened(NetworkProfile profile) {
        GrpcFlowNetwork network = GrpcFlowNetwork.open(profile);
        open.add(network);
        return network;
    }

    private static NetworkProfile profile(RequestBudget budget, AccessNode... nodes) {
        return NetworkProfiles.emulator().withNodes(List.of(nodes)).withBudget(budget);
    }

    private static LoopbackChain chain(int tip) {
        return chain(tip, "a");
    }

    private static LoopbackChain chain(int tip, String name) {
        return grown(new LoopbackChain(name, CHAIN), tip);
    }

    private static LoopbackChain grown(LoopbackChain chain, int tip) {
        chain.sealEmpty(tip);
        return chain;
    }

    private static LoopbackChain busy(int tip) {
        LoopbackChain chain = chain(0);
        grow(chain, tip);
        return chain;
    }

    private static void grow(LoopbackChain chain, int blocks) {
        for (int i = 0; i < blocks; i++) {
            long height = chain.latest().header().getHeight() + 1;
            if (height % 3 == 0) {
                chain.seal();
            } else {
                chain.seal(
                        LoopbackChain.event(STARTED, "\"start " + height + "\""),
                        LoopbackChain.event(POSTED, "\"post " + height + "\""),
                        LoopbackChain.event("A.f8d6e0586b0a20c7.Other.Event", "\"other\""),
                        LoopbackChain.event(STARTED, "\"start again " + height + "\""));
            }
        }
    }

    private static List<String> expected(LoopbackChain chain, long from, long to) {
        return LongStream.rangeClosed(from, to)
                .mapToObj(chain::at)
                .flatMap(
                        block ->
                                Answers.events(
                                        block.events(),
                                        block.header().getHeight(),
                                        Answers.hex(block.header().getId()))
                                        .stream())
                .filter(event -> BOTH.contains(event.type()))
                .map(RecordingFollower::name)
                .toList();
    }

    private static List<String> namesOf(List<ChainEvent> events) {
        return events.stream().map(RecordingFollower::name).toList();
    }

    private static void awaitAll(LoopbackChain chain, RecordingFollower follower) {
        long tip = chain.latest().header().getHeight();
        await().atMost(SOON).until(() -> follower.completeTo() == tip);
        assertThat(follower.names()).isEqualTo(expected(chain, 0, tip));
        assertThat(follower.breaches()).isEmpty();
    }

    private static Connection awaitState(GrpcFlowNetwork network, State state) {
        return await().atMost(SOON)
                .until(() -> network.connection().current(), now -> now.state() == state);
    }

    private static String codeOf(GrpcFlowNetwork network) {
        var fault = network.connection().current().fault();
        return fault == null ? "" : fault.code();
    }
}
