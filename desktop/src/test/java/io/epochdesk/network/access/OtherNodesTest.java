package io.epochdesk.network.access;

import static io.epochdesk.network.access.BusyChain.BOTH;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.epochdesk.fault.FaultException;
import io.epochdesk.network.AccessNode;
import io.epochdesk.network.ChainIdentity;
import io.epochdesk.network.Connection;
import io.epochdesk.network.Connection.State;
import io.epochdesk.network.EventSource;
import io.epochdesk.network.NetworkProfile;
import io.epochdesk.network.NetworkProfiles;
import io.epochdesk.network.RequestBudget;
import io.epochdesk.parallel.BesideOthers;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** What the other nodes of the list are good for, and what is left of them afterwards. */
@Timeout(60)
@BesideOthers
class OtherNodesTest {

    private static final Duration SOON = Duration.ofSeconds(15);

    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable each : open.reversed()) {
            each.close();
        }
    }

    @Test
    void eventsTheNodeInUseNoLongerHasAreAskedOfTheNextOneThatHasThem() {
        LoopbackChain chain = BusyChain.of("a", 900);
        LoopbackAccessNode young = node(chain);
        LoopbackAccessNode lessYoung = node(chain);
        young.keepFrom(600);
        lessYoung.keepFrom(300);
        GrpcFlowNetwork network =
                network(young.node("one"), lessYoung.node("two"), node(chain).node("three"));

        assertThat(network.events().range(BOTH, 1, 900).stream().map(RecordingFollower::name))
                .isEqualTo(BusyChain.names(chain, 1, 900));
        assertThat(network.blocks().at(3).height()).isEqualTo(3);
        assertThat(network.connection().current().state()).isEqualTo(State.CONNECTED);
        assertThat(young.calls("GetEventsForHeightRange")).isGreaterThan(2);
    }

    @Test
    void followingBeginsWithWhatOnlyAnotherNodeStillHas() {
        LoopbackChain chain = BusyChain.of("a", 900);
        LoopbackAccessNode young = node(chain);
        young.keepFrom(870);
        GrpcFlowNetwork network = network(young.node("one"), node(chain).node("two"));
        RecordingFollower follower = new RecordingFollower();
        open.add(network.events().follow(BOTH, 0, follower));
        BusyChain.awaitAll(chain, follower);
        BusyChain.grow(chain, 10);

        BusyChain.awaitAll(chain, follower);
        assertThat(follower.faults()).isEmpty();
    }

    @Test
    void aNodeThatJoinedJustNowStreamsWhatIsNewAfterAnotherToldWhatIsOld() {
        LoopbackChain chain = BusyChain.of("a", 120);
        LoopbackAccessNode young = node(chain);
        young.keepFrom(110);
        GrpcFlowNetwork network = network(young.node("one"), node(chain).node("two"));
        RecordingFollower follower = new RecordingFollower();
        open.add(network.events().follow(BOTH, 0, follower));

        BusyChain.awaitAll(chain, follower);
    }

    @Test
    void aNodeOfAnotherChainIsNotAskedForOldEvents() {
        LoopbackAccessNode young = node(BusyChain.of("a", 900));
        LoopbackAccessNode foreign = node(BusyChain.of("b", 900));
        young.keepFrom(600);
        GrpcFlowNetwork network = network(young.node("one"), foreign.node("two"));

        FaultException gone =
                catchThrowableOfType(
                        FaultException.class, () -> network.events().range(BOTH, 1, 900));

        assertThat(gone.fault().code()).isEqualTo("NET-124");
        assertThat(foreign.calls("GetEventsForHeightRange")).isZero();
    }

    @Test
    void heightsThatAreYetToComeAreAskedOfNobodyElse() {
        LoopbackChain chain = BusyChain.of("a", 20);
        LoopbackAccessNode second = node(chain);
        GrpcFlowNetwork network = network(node(chain).node("one"), second.node("two"));

        FaultException gone =
                catchThrowableOfType(FaultException.class, () -> network.blocks().at(30));

        assertThat(gone.fault().code()).isEqualTo("NET-124");
        assertThat(second.calls()).isEmpty();
    }

    @Test
    void theConnectionToAnotherNodeIsClosedWhenNobodyAsksAnyMore() {
        LoopbackChain chain = BusyChain.of("a", 600);
        LoopbackAccessNode young = node(chain);
        young.keepFrom(300);
        WatchedDialer dialer = new WatchedDialer();
        GrpcFlowNetwork network =
                network(dialer, new TimeLapse(20), young.node("one"), node(chain).node("two"));
        network.events().range(BOTH, 1, 600);
        assertThat(dialer.open()).contains("one");
        assertThat(dialer.dialled()).containsExactly("one", "two");

        await().atMost(SOON).until(() -> dialer.open().equals(List.of("one")));
        network.events().range(BOTH, 1, 600);
        assertThat(dialer.dialled()).containsExactly("one", "two", "two");
        network.close();

        assertThat(dialer.open()).isEmpty();
    }

    @Test
    void whenThePreferredNodeNeverReturnsTheSecondIsTakenAsItIsAfterItWasReset() {
        LoopbackAccessNode first = node(BusyChain.of("a", 30));
        LoopbackAccessNode second = node(BusyChain.of("a", 30));
        GrpcFlowNetwork network =
                opened(
                        GrpcFlowNetwork.open(
                                profile(
                                        RequestBudget.UNLIMITED,
                                        first.node("one"),
                                        second.node("two")),
                                new TimeLapse(20)));
        awaitState(network, State.CONNECTED);
        first.stop();
        awaitState(network, State.FAILED_OVER);
        second.stop();
        second.serve(BusyChain.of("reset", 40));
        second.restart();
        awaitState(network, State.LOST);

        awaitState(network, State.FAILED_OVER);
        assertThat(era(network)).isEqualTo(1);
        assertThat(network.events().range(BOTH, 1, 40)).isNotEmpty();

        first.restart();
        awaitState(network, State.CONNECTED);
        assertThat(era(network)).as("the preferred node is believed first").isEqualTo(2);
    }

    @Test
    void givingUpWhatIsUnderWayIsNoFailureOfTheNode() {
        LoopbackChain chain = BusyChain.of("a", 5_000);
        LoopbackAccessNode first = node(chain);
        LoopbackAccessNode second = node(chain);
        GrpcFlowNetwork network = network(first.node("one"), second.node("two"));
        awaitState(network, State.CONNECTED);
        first.slow(Duration.ofMillis(400));
        first.resetCalls();
        EventSource.Subscription following =
                network.events().follow(BOTH, 0, new RecordingFollower());
        await().atMost(SOON).until(() -> first.calls("GetEventsForHeightRange") >= 4);

        following.close();

        await().during(Duration.ofSeconds(1)).atMost(SOON).until(() -> second.calls().isEmpty());
        assertThat(network.connection().current().state()).isEqualTo(State.CONNECTED);
    }

    @Test
    void aSessionThatIsReadyOnlyWhenTheNetworkIsClosedIsClosedAsWell() throws Exception {
        LoopbackChain chain = BusyChain.of("a", 30);
        LoopbackAccessNode first = node(chain);
        AtomicBoolean down = new AtomicBoolean(true);
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        WatchedDialer dialer =
                new WatchedDialer(
                        (node, call) -> {
                            if (node.equals("one")
                                    && call.equals("latestSealedHeader")
                                    && down.get()) {
                                throw new FaultException(Sessions.CLOSED);
                            }
                            if (node.equals("one") && call.equals("chainId")) {
                                asked.countDown();
                                await().atMost(SOON).until(() -> answer.getCount() == 0);
                            }
                        });
        GrpcFlowNetwork network =
                network(dialer, new TimeLapse(10), first.node("one"), node(chain).node("two"));
        awaitState(network, State.FAILED_OVER);
        down.set(false);
        assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();

        CompletableFuture<Void> closing = CompletableFuture.runAsync(network::close);
        await().atMost(SOON).until(() -> !dialer.open().contains("two"));
        answer.countDown();

        assertThat(closing).succeedsWithin(SOON);
        assertThat(dialer.open()).isEmpty();
    }

    @Test
    void aDefectWhileConnectingIsSaidAndTriedAgain() {
        AtomicInteger defects = new AtomicInteger(3);
        WatchedDialer dialer =
                new WatchedDialer(
                        (node, call) -> {
                            if (defects.getAndDecrement() > 0) {
                                throw new IllegalStateException("a defect");
                            }
                        });
        GrpcFlowNetwork network =
                network(dialer, Timekeeper.SYSTEM, node(BusyChain.of("a", 30)).node("one"));

        awaitState(network, State.CONNECTED);
        assertThat(network.blocks().latestSealed().height()).isEqualTo(30);
    }

    private LoopbackAccessNode node(LoopbackChain chain) {
        LoopbackAccessNode node = LoopbackAccessNode.serving(chain);
        open.add(node);
        return node;
    }

    private GrpcFlowNetwork network(AccessNode... nodes) {
        return opened(GrpcFlowNetwork.open(profile(RequestBudget.UNLIMITED, nodes)));
    }

    private GrpcFlowNetwork network(WatchedDialer dialer, Timekeeper time, AccessNode... nodes) {
        return opened(
                new GrpcFlowNetwork(
                        profile(RequestBudget.UNLIMITED, nodes), dialer, dialer::close, time));
    }

    private GrpcFlowNetwork opened(GrpcFlowNetwork network) {
        open.add(network);
        return network;
    }

    private static NetworkProfile profile(RequestBudget budget, AccessNode... nodes) {
        return NetworkProfiles.emulator().withNodes(List.of(nodes)).withBudget(budget);
    }

    private static long era(GrpcFlowNetwork network) {
        ChainIdentity identity = network.connection().current().identity();
        return identity == null ? -1 : identity.era();
    }

    private static Connection awaitState(GrpcFlowNetwork network, State state) {
        return await().atMost(SOON)
                .until(() -> network.connection().current(), now -> now.state() == state);
    }
}
